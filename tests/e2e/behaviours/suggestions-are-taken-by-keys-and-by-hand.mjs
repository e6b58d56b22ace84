import assert from 'node:assert/strict';

const options = (visit) => visit.see((root) => [...root.querySelectorAll('#field-list .name')].map((name) => name.textContent));
const listed = (visit) => visit.until((root) => root.querySelector('#field-list').checkVisibility());
const folded = (visit) => visit.until((root) => !root.querySelector('#field-list').checkVisibility());
const words = (visit) => visit.see((root) => root.querySelector('#field').value);
/** The text of the option that the field says is active. */
const active = (visit) =>
  visit.see((root) => {
    const field = root.querySelector('#field');
    const option = root.getElementById(field.getAttribute('aria-activedescendant') ?? '');
    return option?.getAttribute('aria-selected') === 'true' ? option.querySelector('.name').textContent : undefined;
  });
const top = (visit) => visit.see((root) => root.querySelector('.body').getBoundingClientRect().top);

export default async function (visit) {
  await visit.open();
  assert.equal(await visit.see((root) => root.querySelector('#field').getAttribute('aria-expanded')), 'false');
  const before = await top(visit);
  await visit.type('stage à renn');
  await listed(visit);
  // The words themselves are read as a filter, whose chip takes a line; the list takes none.
  assert.ok((await top(visit)) - before < 60, 'the list lies over the page');
  assert.equal(await visit.see((root) => root.querySelector('#field').getAttribute('aria-expanded')), 'true');
  assert.equal((await options(visit))[0], 'Rennes');
  assert.equal(await active(visit), undefined, 'Enter still means the words');

  await visit.page.keyboard.press('ArrowDown');
  await visit.settled();
  assert.equal(await active(visit), 'Rennes');
  assert.equal(await words(visit), 'stage à renn', 'the words stay while one looks');
  await visit.page.keyboard.press('ArrowUp');
  await visit.settled();
  assert.equal(await active(visit), undefined);
  await visit.page.keyboard.press('ArrowDown');
  await visit.page.keyboard.press('Enter');
  await folded(visit);
  await visit.focusIs('field');
  assert.equal(await words(visit), 'stage');
  assert.deepEqual(await visit.chips(), ['Rennes', 'Stage'], 'the place is a filter');
  assert.match(await visit.search(), /lieu=Rennes/);
  await visit.travel(-1);
  await visit.until((root) => !root.querySelector('#chip-1') || root.querySelector('#field').value !== 'stage');

  await visit.type('alterna');
  await listed(visit);
  await visit.page.keyboard.press('Escape');
  await folded(visit);
  assert.equal(await words(visit), 'alterna', 'Escape closes the list first');
  await visit.page.keyboard.press('Escape');
  await visit.until((root) => root.querySelector('#field').value === '');

  await visit.type('alterna');
  await listed(visit);
  await visit.click('#field-0');
  await folded(visit);
  await visit.focusIs('field');
  assert.deepEqual(await visit.chips(), ['Alternance']);
  assert.match(await visit.search(), /contrat=alternance/, 'a filter is set, not written');
  assert.equal(await words(visit), '');

  await visit.type('concer');
  await listed(visit);
  await visit.page.keyboard.press('Tab');
  await folded(visit);
  await visit.type('concer');
  await listed(visit);
  await visit.page.keyboard.press('Enter');
  await visit.focusIs('count');
  await folded(visit);
  await visit.see((root) => root.querySelector('#field').focus());
  await visit.settled();
  assert.equal(await visit.see((root) => root.querySelector('#field-list').checkVisibility()), false, 'closed until one types');
  await visit.page.keyboard.press('ArrowDown');
  await listed(visit);
}
