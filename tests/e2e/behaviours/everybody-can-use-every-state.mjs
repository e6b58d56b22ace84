import assert from 'node:assert/strict';
import { violations } from '../axe.mjs';

/** Each state: its name, its address, and what is done there. */
const STATES = [
  ['results', '?q=concertation', () => {}],
  ['nothing found', '?q=zzzz', () => {}],
  ['filters', '?contrat=stage', (visit) => visit.see((root) => root.querySelector('#unfold')?.checkVisibility() && root.querySelector('#unfold').click())],
  ['suggestions', '', async (visit) => {
    await visit.type('stage à re');
    await visit.until((root) => root.querySelector('#field-list').checkVisibility());
    await visit.page.keyboard.press('ArrowDown');
  }],
  ['places', '?lieu=Rennes', async (visit) => {
    await visit.see((root) => root.querySelector('#unfold').checkVisibility() && root.querySelector('#unfold').click());
    await visit.until((root) => root.querySelector('#place').checkVisibility());
    await visit.see((root) => root.querySelector('#place').focus());
    await visit.page.keyboard.type('par');
    await visit.until((root) => root.querySelector('#place-list').checkVisibility());
  }],
  ['short rows', '', (visit) => visit.click('#density')],
  ['the map', '?vue=carte', (visit) => visit.until((root) => root.querySelectorAll('.map path').length > 90)],
  ['the calendar', '?vue=calendrier', () => {}],
  ['English', '?langue=en', () => {}],
  ['an offer that is gone', '?offre=mairie-de-rennes-stage', () => {}],
  ['offers kept', '', async (visit) => {
    await visit.page.evaluate(() => localStorage.clear());
    await visit.open();
    await visit.click('.star');
    await visit.click('.mine');
  }],
  ['a comparison', '', async (visit) => {
    const ids = (await visit.cards()).slice(0, 3).map((card) => card.replace('card-', ''));
    await visit.open(`?comparer=${ids.join('+')}`);
  }],
  ['the original text', '', async (visit) => {
    await visit.click('.card .title a');
    await visit.click('.tools [aria-pressed]');
  }],
  ['an offer', '', (visit) => visit.click('.card .title a')],
];

export const chromiumAlone = 'light and dark are emulated there';

export default async function (visit) {
  for (const phone of [false, true]) {
    if (phone) await visit.asPhone();
    for (const scheme of ['light', 'dark']) {
      await visit.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      for (const [name, address, act] of STATES) {
        await visit.open(address);
        await act(visit);
        await visit.settled();
        assert.deepEqual(await violations(visit), [], `${name}, ${scheme}, on ${phone ? 'a phone' : 'a desk'}`);
      }
    }
  }
  // A picture that says nothing is seen: so would be anything else in there.
  await visit.see((root) => void root.querySelector('.tremplin').append(document.createElement('img')));
  assert.match((await violations(visit)).join(), /image-alt/);
}
