import assert from 'node:assert/strict';

export default async function (visit) {
  await visit.open();
  await visit.type('concertation');
  await visit.fold();
  await visit.choose('contrat', 'Stage');
  await visit.eventually(() => location.search.includes('q=concertation'));
  const list = await visit.cards();
  await visit.click(`[id="${list[1]}"]`);
  const heading = await visit.opened();

  await visit.page.reload();
  await visit.ready();
  assert.equal(await visit.opened(), heading);
  assert.deepEqual(await visit.cards(), list);
  assert.equal(await visit.see((root) => root.querySelector('#field').value), 'concertation');
  assert.deepEqual(await visit.chips(), ['Stage']);

  await visit.click('.back');
  await visit.until((root) => !root.querySelector('.offer'));
  await visit.page.evaluate(() => scrollTo(0, 600));
  await visit.eventually(() => history.state?.defilement === 600);
  await visit.page.reload();
  await visit.ready();
  await visit.eventually(() => Math.abs(scrollY - 600) < 3);
}
