import assert from 'node:assert/strict';

const words = (visit) => visit.see((root) => root.querySelector('#field').value);
const ways = (visit) => visit.see((root) => [...root.querySelectorAll('.ways button')].map((way) => way.textContent.replaceAll(/[\u00a0\u202f]/g, ' ')));

export default async function (visit) {
  await visit.asPhone();
  await visit.open();
  await visit.type('stage à Rennes');
  await visit.fold();
  assert.deepEqual(await visit.chips(), ['Stage', 'Rennes'], 'what was understood is shown');
  const there = await visit.cards();
  assert.ok(there.length > 0);

  await visit.click('#chip-1');
  await visit.focusIs('chip-0');
  assert.equal(await words(visit), 'stage à "Rennes"', 'quotes make words of a filter');
  assert.deepEqual(await visit.chips(), ['Stage']);
  await visit.travel(-1);
  await visit.until((root) => root.querySelectorAll('.chip').length === 2);
  assert.deepEqual(await visit.cards(), there, 'Back undoes it');

  await visit.type('stage à Brest');
  await visit.fold();
  assert.equal(await visit.count(), '0 offre');
  await visit.until((root) => root.querySelector('.ways button'));
  const from_here = await ways(visit);
  assert.ok(from_here.some((way) => /^\d+ offres sans « Brest »$/.test(way)), from_here.join(' | '));
  await visit.click('.ways button');
  await visit.focusIs('count');
  assert.ok((await visit.cards()).length > 0, 'a way back leads to offers');

  await visit.type('concertaton');
  await visit.fold();
  await visit.click('.notice button');
  assert.equal(await words(visit), 'concertation', 'what was meant is one press away');
}
