import assert from 'node:assert/strict';

export default async function (visit) {
  await visit.open();
  const all = await visit.cards();
  await visit.open('?offre=mairie-de-rennes-stage-democratie-locale-en-2019');
  assert.deepEqual(await visit.cards(), all, 'the list is there');
  assert.match(await visit.see((root) => root.querySelector('.missing').textContent), /L’offre demandée n’est plus là/);
  await visit.until((root) => /n’est plus là.*28\u00a0offres/.test(root.querySelector('[role=status]').textContent));
  const nearest = await visit.see((root) => [...root.querySelectorAll('.missing a')].map((link) => link.textContent));
  assert.equal(nearest.length, 3);
  assert.ok(nearest.some((title) => /démocratie/i.test(title)), nearest.join(' · '));

  await visit.page.reload();
  await visit.ready();
  await visit.click('.missing a');
  await visit.until((root, title) => root.querySelector('#offer').textContent === title, nearest[0]);
  await visit.travel(-1);
  await visit.until((root) => !root.querySelector('.offer') && root.querySelector('.missing'));
  await visit.type('radio');
  await visit.until((root) => !root.querySelector('.missing'));
  await visit.eventually(() => location.search === '?q=radio');
}
