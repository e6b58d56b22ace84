import assert from 'node:assert/strict';
import { Host } from '../host.mjs';

export default async function (visit) {
  const host = await Host.start(visit);
  const asked = [];
  visit.page.on('request', (request) => asked.push(request.url()));
  await host.open(`${host.script}<tremplin-offres><p>Repli</p></tremplin-offres>`);
  await visit.ready();
  await visit.type('paris');
  await visit.fold();
  await visit.click('#look-carte');
  await visit.click('#look-liste');
  await visit.click('.card .title a');
  await visit.focusIs('offer');
  const strangers = asked.filter((url) => !url.startsWith(host.site) && !url.startsWith(host.url) && !url.startsWith('data:'));
  assert.deepEqual(strangers, []);
  const stored = () => visit.page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, globalThis.caches ? (await caches.keys()).length : 0]);
  assert.deepEqual(await stored(), [0, 0, '', 0, 0], 'nothing before something is kept');
  await visit.click('.actions [aria-pressed]');
  const [kept] = await stored();
  assert.ok(kept > 0);
}
