import assert from 'node:assert/strict';
import { Host } from '../host.mjs';

export const chromiumAlone = 'the heap is counted by Chromium’s protocol';

export default async function (visit) {
  const host = await Host.start(visit);
  await host.open(`${host.script}<main></main><aside></aside><tremplin-offres id="stays" etat-url="aucun"><p>Repli</p></tremplin-offres>`);
  await visit.ready();
  const { page } = visit;
  const session = await page.createCDPSession();
  const count = async () => {
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const value = (name) => metrics.find((one) => one.name === name).value;
    const proto = await page.evaluateHandle(() => customElements.get('tremplin-offres').prototype);
    const all = await page.queryObjects(proto);
    const elements = await all.evaluate((all) => all.filter((one) => one instanceof HTMLElement).length);
    const memory = await page.evaluate(async (script) => {
      const [program] = await (await import(script)).booted();
      return (await program.default()).memory.buffer.byteLength;
    }, `${host.site}tremplin.js`);
    return { elements, nodes: value('Nodes'), listeners: value('JSEventListeners'), heap: value('JSHeapUsedSize'), memory };
  };
  await session.send('Performance.enable');
  const comeAndGo = (times) => page.evaluate(async (times) => {
    for (let time = 0; time < times; time += 1) {
      const element = document.createElement('tremplin-offres');
      const ready = new Promise((done) => element.addEventListener('tremplin:pret', done));
      document.querySelector('main').append(element);
      await ready;
      await new Promise((done) => setTimeout(done));
      document.querySelector('aside').append(element);
      await Promise.resolve();
      if (!element.shadowRoot.querySelector('.card')) throw new Error('a move emptied it');
      element.remove();
      await new Promise((done) => setTimeout(done));
    }
  }, times);
  await comeAndGo(3);
  const before = await count();
  await comeAndGo(100);
  const after = await count();
  assert.equal(after.elements, before.elements, 'no element is held');
  // Yew forgets the listeners of the root it leaves, one for each kind of event: they hold that empty root, and an empty
  // table. An element draws a thousand nodes, and its state takes a hundred kilobytes.
  const per = (what) => (after[what] - before[what]) / 100;
  assert.ok(per('nodes') < 2, `${per('nodes')} nodes each`);
  assert.ok(per('listeners') <= 10, `${per('listeners')} listeners each`);
  assert.ok(per('heap') < 8_000, `${per('heap')} bytes each`);
  assert.ok(per('memory') < 16_000, `${per('memory')} bytes of the program’s memory each`);
}
