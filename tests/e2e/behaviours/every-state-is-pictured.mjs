import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';

/** Where people look at the pictures after a run. */
const FOLDER = new URL('../../../target/screenshots/', import.meta.url);

const SIZES = [
  [320, 640],
  [360, 740],
  [768, 1024],
  [1280, 900],
];

/** Each state: its name, its address, and what is done there. */
const STATES = [
  ['results', '?q=concertation', () => {}],
  ['offer', '', (visit) => visit.click('.card .title a')],
  ['filters', '?contrat=stage', async (visit) => {
    if (await visit.see((root) => root.querySelector('#unfold').checkVisibility())) await visit.click('#unfold');
  }],
  ['nothing', '?q=zzzz', () => {}],
  ['map', '?vue=carte', (visit) => visit.until((root) => root.querySelectorAll('.map path').length > 90)],
  ['calendar', '?vue=calendrier', () => {}],
];

export const chromiumAlone = 'one browser is enough to look at';

export default async function (visit) {
  await mkdir(FOLDER, { recursive: true });
  for (const [width, height] of SIZES) {
    const touch = width < 700;
    await visit.size({ width, height, deviceScaleFactor: touch ? 2 : 1, isMobile: touch, hasTouch: touch });
    for (const scheme of ['light', 'dark']) {
      await visit.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      for (const [name, address, act] of STATES) {
        await visit.open(address);
        await act(visit);
        await visit.settled();
        const file = `${name}-${width}-${scheme}.png`;
        const picture = await visit.page.screenshot({ path: new URL(file, FOLDER).pathname });
        // A page of one colour takes less than a hundredth of that.
        assert.ok(picture.length > 15_000, `${file} shows something`);
        const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(wide, 0, `${file}: nothing scrolls sideways`);
      }
    }
  }
  console.log('      the pictures are in target/screenshots/');
}
