import assert from 'node:assert/strict';

export default async function (visit) {
  await visit.open();
  await visit.type('concertation introuvable');
  await visit.fold();
  assert.equal(await visit.count(), '0 offre');
  await visit.until((root) => root.querySelector('.near'));
  assert.equal(await visit.see((root) => root.querySelector('.near').textContent), 'Au plus près de votre recherche');
  const near = await visit.cards();
  assert.equal(near.length, 3);
  assert.ok(await visit.see((root) => Boolean(root.querySelector('.card mark'))), 'with the words that they hold');
  await visit.click(`[id="${near[1]}"]`);
  await visit.focusIs('offer');
  await visit.travel(-1);
  await visit.focusIs(near[1]);

  await visit.click('.ways button');
  await visit.focusIs('count');
  assert.deepEqual((await visit.cards()).slice(0, 3), near, 'they are the first of the way back');
  assert.equal(await visit.see((root) => root.querySelector('.near')), null);
}
