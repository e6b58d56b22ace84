import assert from 'node:assert/strict';

export default async function (visit) {
  await visit.open();
  await visit.page.keyboard.press('/');
  await visit.focusIs('field');
  assert.equal(await visit.see((root) => root.querySelector('#field').value), '');
  await visit.page.keyboard.type('a/b');
  await visit.until((root) => root.querySelector('#field').value === 'a/b', 'it is a sign like any other there');
  await visit.page.keyboard.press('Escape');
  await visit.page.keyboard.press('Escape');
  await visit.until((root) => root.querySelector('#field').value === '');
  await visit.settled();

  const rows = await visit.cards();
  await visit.see((root, id) => root.getElementById(id).focus(), rows[0]);
  await visit.page.keyboard.press('ArrowDown');
  await visit.focusIs(rows[1]);
  await visit.page.keyboard.press('ArrowDown');
  await visit.focusIs(rows[2]);
  await visit.page.keyboard.press('ArrowUp');
  await visit.focusIs(rows[1]);
  await visit.page.keyboard.press('/');
  await visit.focusIs('field');

  await visit.page.evaluate(() => {
    const field = document.createElement('textarea');
    document.querySelector('main').prepend(field);
    field.focus();
  });
  await visit.page.keyboard.press('/');
  await visit.settled();
  assert.equal(await visit.page.evaluate(() => document.querySelector('textarea').value), '/', 'a field of the host keeps it');
}
