import assert from 'node:assert/strict';

/** Presses Tab until `test(element)` holds for what has the keyboard. */
async function tab_to(visit, what, test) {
  for (let presses = 0; presses < 80; presses += 1) {
    await visit.page.keyboard.press('Tab');
    if (await visit.see(`(root) => Boolean(root.activeElement && (${test})(root.activeElement))`)) return;
  }
  assert.fail(`${what} cannot be reached`);
}

export default async function (visit) {
  await visit.open();
  await tab_to(visit, 'the link to skip the results', (element) => element.className === 'skip');
  assert.ok(await visit.see((root) => root.querySelector('.skip').getBoundingClientRect().height > 20), 'it shows itself');
  await visit.page.keyboard.press('Enter');
  await visit.focusIs('end');

  await visit.page.keyboard.down('Shift');
  await visit.page.keyboard.press('Tab');
  await visit.page.keyboard.up('Shift');
  assert.ok(await visit.see((root) => root.activeElement.closest('.card')), 'back into the list');

  await visit.open();
  await tab_to(visit, 'the field', (element) => element.id === 'field');
  await visit.page.keyboard.type('concertation');
  await visit.page.keyboard.press('Enter');
  await visit.focusIs('count');

  await tab_to(visit, 'the first row', (element) => element.id.startsWith('card-'));
  const card = await visit.focused();
  await visit.page.keyboard.press('Enter');
  await visit.focusIs('offer');
  await tab_to(visit, 'a button of the offer', (element) => element.closest('.actions'));
  await visit.page.keyboard.press('Escape');
  await visit.focusIs(card);

  await visit.see((root) => root.querySelector('#field').focus());
  await visit.page.keyboard.press('Escape');
  await visit.until((root) => root.querySelector('#field').value === '');
  await visit.focusIs('field');
  await tab_to(visit, 'a box', (element) => element.type === 'checkbox');
  await visit.page.keyboard.press(' ');
  await visit.until((root) => root.querySelectorAll('.chip').length === 1);
  assert.equal(await visit.see((root) => root.activeElement.type), 'checkbox', 'the keyboard stays on the box');
}
