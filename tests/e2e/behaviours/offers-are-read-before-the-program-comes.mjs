import assert from 'node:assert/strict';

export const chromiumAlone = 'only it slows the network and the processor down, and tells how much the page moved';

/** A bad network and a slow phone: bits a second, milliseconds, times slower. */
const SLOW = { rate: 1_600_000, latency: 150, processor: 4 };

export default async function (visit) {
  await visit.asPhone();
  const session = await visit.page.createCDPSession();
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: SLOW.latency,
    downloadThroughput: SLOW.rate / 8,
    uploadThroughput: SLOW.rate / 16,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW.processor });
  await visit.page.evaluateOnNewDocument(() => {
    window.moved = 0;
    addEventListener('tremplin:pret', () => (window.usable = performance.now()));
    const add = (list) => list.getEntries().forEach((shift) => (window.moved += shift.hadRecentInput ? 0 : shift.value));
    new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
  });
  await visit.page.goto(visit.base);
  await visit.ready();
  const { readable, usable, moved, asked } = await visit.page.evaluate(() => ({
    readable: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    usable: window.usable,
    moved: window.moved,
    asked: performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop()),
  }));
  console.log(`      readable after ${Math.round(readable)} ms, usable after ${Math.round(usable)} (not compressed here); moved by ${moved.toFixed(3)}`);
  assert.ok(readable < usable / 2, 'offers are read long before the search can be used');
  assert.ok(moved <= 0.02, `the program takes the list's place without moving anything: ${moved}`);
  const twice = asked.filter((name, rank) => /\.(css|js|wasm)$/.test(name) && asked.indexOf(name) !== rank);
  assert.deepEqual(twice, [], 'nothing is fetched twice');
}
