import assert from 'node:assert/strict';

const STATES = ['', '?q=concertation', '?q=zzzz', '?vue=carte', '?vue=calendrier', '?contrat=stage&langue=en'];

export const chromiumAlone = 'it alone measures how far things move';

export default async function (visit) {
  // Of all that moves without the visitor's doing, while the page loads and results change under the words.
  await visit.page.evaluateOnNewDocument(() => {
    window.moved = 0;
    const add = (list) => list.getEntries().forEach((shift) => (window.moved += shift.value));
    new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
  });
  await visit.asPhone();
  // Chromium takes the change of size for the visitor's doing, for half a second.
  await new Promise((done) => setTimeout(done, 600));
  await visit.open();
  await visit.settled();
  const moved = await visit.page.evaluate(() => window.moved);
  assert.ok(moved <= 0.02, `the page moved by ${moved} as it loaded`);
  const place = () => visit.see((root) => root.querySelector('#field').getBoundingClientRect().top);
  const before = await place();
  await visit.type('concertation rennes');
  assert.equal(await place(), before, 'what is typed in stays where it is');

  // 320 pixels wide, and twice the text on a phone: nothing needs a scroll sideways.
  for (const [width, text] of [[320, '100%'], [640, '200%']]) {
    await visit.size({ width, height: 800 });
    for (const address of STATES) {
      await visit.open(address);
      await visit.page.evaluate((text) => (document.documentElement.style.fontSize = text), text);
      await visit.settled();
      const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${address || 'the list'} is ${wide} pixels wide at ${width}, text at ${text}`);
    }
    await visit.click('.card .title a');
    await visit.until((root) => root.querySelector('.prose'));
    const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `an offer is ${wide} pixels wide at ${width}, text at ${text}`);
  }
}
