import assert from 'node:assert/strict';

const open = (visit) => visit.until((root) => root.querySelector('dialog#filters:modal'));
const closed = (visit) => visit.until((root) => !root.querySelector('dialog'));

export const chromiumAlone = 'a phone is emulated there';

export default async function (visit) {
  await visit.asPhone();
  await visit.open('?q=concertation');
  await visit.click('#unfold');
  await open(visit);
  const sheet = await visit.see((root) => root.querySelector('dialog').getBoundingClientRect().toJSON());
  assert.deepEqual([sheet.width, sheet.height], [360, 740], 'the whole screen');
  assert.equal(await visit.see((root) => root.activeElement.closest('dialog')?.id), 'filters');
  for (let presses = 0; presses < 60; presses += 1) {
    await visit.page.keyboard.press('Tab');
    const within = await visit.see((root) => !root.activeElement || !!root.activeElement.closest('dialog'));
    assert.ok(within, 'the keyboard stays inside');
  }
  await visit.page.keyboard.press('Escape');
  await closed(visit);
  await visit.focusIs('unfold');

  await visit.page.keyboard.press('Enter');
  await open(visit);
  await visit.choose('contrat', 'Stage');
  const show = () => visit.see((root) => root.querySelector('.fold').textContent.replaceAll('\u00a0', ' '));
  const found = (await visit.count()).split(' ')[0];
  assert.equal(await show(), `Voir les ${found} offres`);
  const foot = await visit.see((root) => root.querySelector('.fold').getBoundingClientRect().toJSON());
  assert.ok(foot.bottom <= 740 && foot.top > 600, 'the way out is always in reach');

  await visit.see((root) => root.querySelector('#place').focus());
  await visit.page.keyboard.type('par');
  await visit.until((root) => root.querySelector('#place-list').checkVisibility());
  await visit.page.keyboard.press('Escape');
  await visit.until((root) => !root.querySelector('#place-list').checkVisibility());
  await visit.page.keyboard.press('Escape');
  await visit.until((root) => root.querySelector('#place').value === '');
  await open(visit);

  await visit.click('.sheet-foot .plain');
  await visit.until((root) => !root.querySelector('dialog :checked'));
  assert.ok(await visit.see((root) => root.activeElement.closest('dialog')), 'the keyboard stays inside');
  await visit.click('.sheet-head button');
  await closed(visit);
  await visit.focusIs('unfold');

  await visit.click('#unfold');
  await open(visit);
  await visit.choose('contrat', 'Stage');
  await visit.travel(-1);
  await visit.until((root) => root.querySelectorAll('.chip').length === 0);
}
