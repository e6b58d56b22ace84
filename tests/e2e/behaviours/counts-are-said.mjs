import assert from 'node:assert/strict';

const said = (visit) => visit.see((root) => root.querySelector('[role="status"]').textContent.replaceAll('\u00a0', ' '));
const is_said = (visit, words) =>
  visit.until((root, words) => root.querySelector('[role="status"]').textContent.replaceAll('\u00a0', ' ') === words, words);

export default async function (visit) {
  await visit.open();
  assert.equal(await said(visit), '', 'present and empty at load');
  await visit.type('service civique');
  assert.equal(await said(visit), '', 'not at each keystroke');
  await is_said(visit, await visit.count());

  const begun = Date.now();
  await visit.type('zzzqx');
  await is_said(visit, 'Aucune offre');
  assert.ok(Date.now() - begun < 5000);
  assert.equal(await visit.count(), '0 offre');
  assert.equal(await visit.page.$eval('tremplin-offres', (element) => element.getAttribute('etat')), 'vide');
  await visit.until((root) => root.querySelector('.ways button'));
  await visit.click('.ways button');
  await visit.focusIs('field');
  assert.notEqual(await visit.count(), '0 offre');
}
