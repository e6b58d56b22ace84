import assert from 'node:assert/strict';

/** How many offers a value says it gives. */
const promised = (visit, label) =>
  visit.see((root, label) => {
    const value = [...root.querySelectorAll('.values label')].find((one) => one.querySelector('.name').textContent === label);
    return parseInt(value.querySelector('.count').textContent, 10);
  }, label);

export default async function (visit) {
  await visit.open();
  const alternances = await promised(visit, 'Alternance');
  await visit.choose('contrat', 'Alternance');
  assert.equal((await visit.cards()).length, alternances, 'a value gives what it promises');
  assert.equal(await visit.search(), '?contrat=alternance');
  assert.deepEqual(await visit.chips(), ['Alternance']);

  const civic = await promised(visit, 'Service civique');
  await visit.choose('contrat', 'Service civique');
  assert.equal((await visit.cards()).length, alternances + civic, 'two values of one facet are one or the other');

  await visit.choose('niveau', 'bac+5');
  assert.deepEqual(await visit.chips(), ['Alternance', 'Service civique', 'bac+5']);
  await visit.click('#chip-1');
  await visit.focusIs('chip-1');
  await visit.click('#chip-1');
  await visit.focusIs('chip-0');
  await visit.click('#chip-0');
  await visit.focusIs('count');
  assert.equal(await visit.search(), '');

  await visit.travel(-1);
  await visit.until((root) => root.querySelectorAll('.chip').length === 1);
  await visit.travel(-1);
  await visit.until((root) => root.querySelectorAll('.chip').length === 2);
  const boxes = await visit.see((root) => [...root.querySelectorAll('.values input:checked')].map((box) => box.parentElement.querySelector('.name').textContent));
  assert.deepEqual(boxes, ['Alternance', 'bac+5'], 'the boxes follow the history');

  await visit.page.select('tremplin-offres >>> #sort', 'remuneration');
  await visit.settled();
  assert.match(await visit.search(), /tri=remuneration/);
}
