import assert from 'node:assert/strict';

export default async function (visit) {
  await visit.open();
  const all = await visit.cards();
  for (const address of [
    '?contrat=cdi%00&lieu=Atlantide&niveau=bac%2B42&ouvertes=2&tri=hasard&teletravail=lundi&offre=nulle-part&zzz=1',
    '?%&&==&q=&contrat=',
    '?contrat[]=stage',
    `?offre=${'x'.repeat(4000)}`,
  ]) {
    await visit.open(address);
    assert.deepEqual(await visit.cards(), all, address.slice(0, 60));
    assert.deepEqual(await visit.chips(), []);
    assert.equal(await visit.opened(), undefined);
  }
  await visit.open('?contrat=stage&contrat=magie&tri=limite');
  assert.deepEqual(await visit.chips(), ['Stage']);
}
