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

  // Who speaks to their device, or hits keys by mistake, does without; nothing is stored before they say so.
  const stored = () => visit.page.evaluate(() => ({ ...localStorage }));
  assert.deepEqual(await stored(), {});
  await visit.click('.key');
  assert.deepEqual(await stored(), { 'tremplin:sans-raccourci': '1' });
  for (const again of [false, true]) {
    if (again) await visit.open();
    await visit.see((root, id) => root.getElementById(id).focus(), rows[0]);
    await visit.page.keyboard.press('/');
    await visit.settled();
    assert.equal(await visit.focused(), rows[0], again ? 'after a reload too' : 'it does nothing');
    const name = await visit.see((root) => root.querySelector('.key').textContent.replaceAll('\u00a0', ' '));
    assert.equal(name, 'Activer la touche « / »');
  }
  await visit.click('.key');
  assert.deepEqual(await stored(), {});
  await visit.see((root, id) => root.getElementById(id).focus(), rows[0]);
  await visit.page.keyboard.press('/');
  await visit.focusIs('field');

  // Where nothing is stored, it holds for the visit, and that is said.
  await visit.page.evaluateOnNewDocument(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await visit.open();
  await visit.click('.key');
  await visit.until((root) => root.querySelector('[role="status"]').textContent === 'Ce navigateur n’enregistre rien pour ce site.');
  await visit.see((root, id) => root.getElementById(id).focus(), rows[0]);
  await visit.page.keyboard.press('/');
  await visit.settled();
  assert.equal(await visit.focused(), rows[0]);
}
