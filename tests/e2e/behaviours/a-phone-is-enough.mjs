import assert from 'node:assert/strict';

/** What a finger could miss: shown controls less than 44 px high or wide; links inside a sentence are exempt. */
const too_small = (visit) =>
  visit.see((root) =>
    [...root.querySelectorAll('button, select, input:not([type="checkbox"]), label:has(input), .actions a')]
      .filter((one) => one.checkVisibility() && !one.closest('.unseen'))
      .map((one) => [one.textContent.trim() || one.id, one.getBoundingClientRect()])
      .filter(([, { width, height }]) => width < 43.9 || height < 43.9)
      .map(([name, { width, height }]) => `${name} ${width}×${height}`),
  );
const overflow = (visit) => visit.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function fits(visit, what) {
  assert.equal(await overflow(visit), 0, `${what}: nothing scrolls sideways`);
  assert.deepEqual(await too_small(visit), [], what);
}

export const chromiumAlone = 'fingers are emulated there';

export default async function (visit) {
  await visit.asPhone();
  await visit.open('?q=concertation&contrat=stage');
  await fits(visit, 'the list');

  await visit.click('#unfold');
  await visit.until((root) => root.querySelector('#filters').checkVisibility());
  await fits(visit, 'the filters');
  await visit.choose('niveau', 'bac+5');
  assert.match(await visit.see((root) => root.querySelector('#unfold').textContent), /Filtres\u00a0· 2/);
  await visit.click('.fold');
  await visit.focusIs('count');
  assert.equal(await visit.see((root) => root.querySelector('#filters').checkVisibility()), false);

  const [first] = await visit.cards();
  await visit.click(`[id="${first}"]`);
  await visit.focusIs('offer');
  assert.equal(await visit.see((root) => root.querySelector('.results').checkVisibility()), false, 'the offer has the screen');
  await fits(visit, 'the offer');
  const { top, bottom } = await visit.see((root) => root.querySelector('.actions').getBoundingClientRect().toJSON());
  assert.ok(top > 370 && bottom <= 740.5, `the actions are at thumb height: ${top}–${bottom}`);

  for (const width of [320, 245]) {
    await visit.size({ width, height: 740, isMobile: true, hasTouch: true });
    await visit.settled();
    assert.equal(await overflow(visit), 0, `${width} px`);
  }
}
