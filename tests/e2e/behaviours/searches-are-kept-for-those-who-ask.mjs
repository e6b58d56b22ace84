import assert from 'node:assert/strict';

const stored = (visit) => visit.page.evaluate(() => localStorage.getItem('tremplin:recherches'));
const options = (visit) => visit.see((root) => [...root.querySelectorAll('#field-list [role="option"]')].map((one) => one.textContent.replaceAll('\u00a0', ' ')));
const said = (visit, words) => visit.until((root, words) => root.querySelector('[role="status"]').textContent === words, words);
const KEEP = 'Retenir mes recherches dans ce navigateur';
const FORGET = 'Oublier mes recherches';

/** Types words and goes to what they find. */
async function search(visit, words) {
  await visit.type(words);
  await visit.page.keyboard.press('Enter');
  await visit.focusIs('count');
}

/** Empties the field and asks for its list, by the keyboard. */
async function ask(visit) {
  await visit.type('');
  await visit.page.keyboard.press('ArrowDown');
  await visit.settled();
}

export default async function (visit) {
  await visit.open();
  await search(visit, 'concertation');
  await ask(visit);
  assert.deepEqual(await options(visit), [KEEP]);
  assert.equal(await stored(visit), null, 'nothing is stored before they ask');
  await visit.page.keyboard.press('Enter');
  await said(visit, 'Vos recherches sont retenues dans ce navigateur.');
  await visit.focusIs('field');

  await search(visit, 'stage rennes');
  await search(visit, 'concertation');
  await visit.page.reload();
  await visit.ready();
  await visit.click('#field');
  assert.deepEqual(await options(visit), ['concertationRécente', 'stage rennesRécente', FORGET]);
  await visit.click('#field-1');
  await visit.until((root) => root.querySelector('#field').value === 'stage rennes');
  await visit.focusIs('field');
  assert.match(await visit.search(), /q=stage\+rennes/, 'Back undoes it');

  await ask(visit);
  await visit.page.keyboard.press('ArrowUp');
  await visit.page.keyboard.press('ArrowUp');
  await visit.page.keyboard.press('Enter');
  await said(visit, 'Recherches oubliées.');
  assert.equal(await stored(visit), null);
  await search(visit, 'concertation');
  assert.equal(await stored(visit), null);

  // What cannot be read counts for nothing, and a store that refuses is told.
  await visit.page.evaluate(() => localStorage.setItem('tremplin:recherches', '{"v":7}'));
  await visit.open();
  await ask(visit);
  assert.deepEqual(await options(visit), [FORGET]);
  await visit.page.evaluate(() => localStorage.clear());
  await visit.page.evaluateOnNewDocument(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await visit.open();
  await ask(visit);
  await visit.page.keyboard.press('Enter');
  await said(visit, 'Ce navigateur n’enregistre rien pour ce site.');
}
