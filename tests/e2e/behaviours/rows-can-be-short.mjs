import assert from 'node:assert/strict';

/** Of the first rows: those below take theirs when they are scrolled to. */
const height = (visit) => visit.see((root) => [...root.querySelectorAll('.list > li')].slice(0, 6).reduce((sum, row) => sum + row.getBoundingClientRect().height, 0));
const pressed = (visit) => visit.see((root) => root.querySelector('#density').getAttribute('aria-pressed'));

export default async function (visit) {
  await visit.open('?q=concertation');
  const whole = await height(visit);
  const rows = await visit.titles();
  await visit.click('#density');
  assert.equal(await pressed(visit), 'true');
  assert.ok((await height(visit)) < whole * 0.7);
  assert.deepEqual(await visit.titles(), rows);
  const covered = await visit.see((root) =>
    [...root.querySelectorAll('.card')].filter((card) => {
      const [star, status] = ['.star', '.status'].map((part) => card.querySelector(part).getBoundingClientRect());
      return status.right > star.left && status.left < star.right && status.bottom > star.top && status.top < star.bottom;
    }).length,
  );
  assert.equal(covered, 0, 'nothing lies over the deadline');
  assert.equal(await visit.search(), '?q=concertation', 'no part of the address');

  await visit.page.reload();
  await visit.ready();
  assert.equal(await pressed(visit), 'true', 'the entry remembers it');
  await visit.click('#density');
  await visit.settled();
  assert.equal(await height(visit), whole);
}
