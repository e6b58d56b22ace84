import assert from 'node:assert/strict';

/** The rows' places, from the top. */
const places = (visit) => visit.see((root) => [...root.querySelectorAll('.card')].map((card) => card.querySelector('.where')?.textContent ?? ''));
const kinds = (visit) => visit.see((root) => [...root.querySelectorAll('.card')].map((card) => card.querySelector('.kind')?.textContent));

export default async function (visit) {
  await visit.open();
  const all = await visit.cards();
  assert.ok(all.length > 0, 'everything is shown before any word');

  await visit.type('stage rennes');
  const rennes = await places(visit);
  assert.ok(rennes.length >= 2, 'at least the two stages of Rennes');
  assert.match(rennes[0], /Rennes/);
  assert.match(rennes[1], /Rennes/);
  assert.deepEqual((await kinds(visit)).slice(0, 2), ['Stage', 'Stage']);

  await visit.type('service civique');
  assert.deepEqual((await kinds(visit)).slice(0, 3), Array(3).fill('Service civique'));
  for (const place of (await places(visit)).slice(0, 3)) assert.match(place, /Paris/);

  await visit.type('chargee de mission');
  const missions = await visit.titles();
  for (const written of [/Chargé\.e/, /Chargé[·∙]e/, /Chargé\(e\)/]) {
    assert.ok(missions.some((title) => written.test(title)), `${written} in ${missions.join(' | ')}`);
  }

  await visit.type('agir');
  const plain = await visit.cards();
  assert.ok(plain.length > 0);
  for (const words of ["l'agir", 'l’agir']) {
    await visit.type(words);
    assert.deepEqual(await visit.cards(), plain, words);
  }
}
