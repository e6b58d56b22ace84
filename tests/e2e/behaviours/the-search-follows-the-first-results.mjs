import assert from 'node:assert/strict';
import { Host } from '../host.mjs';

export default async function (visit) {
  const host = await Host.start(visit);
  const { page } = visit;
  await page.setRequestInterception(true);
  let held;
  page.on('request', (request) => (/search-[^/]*\.wasm$/.test(request.url()) ? (held = request) : request.continue()));
  const element = (attributes = '') => `${host.script}<tremplin-offres etat-url="aucun" ${attributes}><p id="fallback">Repli</p></tremplin-offres>`;
  const fallback = () => page.$eval('#fallback', (one) => one.checkVisibility());

  // Where nothing is asked, every offer shows before the search is there.
  await host.open(element());
  await visit.ready({ first: true });
  const all = await visit.titles();
  assert.ok(all.length > 0 && !(await fallback()));
  const place = () => visit.see((root) => Math.round(root.querySelector('.card').getBoundingClientRect().top + root.querySelector('.card').getBoundingClientRect().left));
  const before = await place();
  // What is typed meanwhile is answered once it is there, and moves nothing.
  await visit.click('#field');
  await page.keyboard.type('rennes');
  assert.deepEqual(await visit.titles(), all);
  held.continue();
  await visit.until((root) => root.querySelectorAll('.chip').length === 1);
  const found = await visit.titles();
  assert.ok(found.length > 0 && found.length < all.length);
  assert.equal(await visit.see((root) => root.querySelector('#field').value), 'rennes');
  assert.ok(await visit.see((root) => root.activeElement?.id === 'field'));
  await visit.until((root) => root.querySelectorAll('.filters .value').length > 0);
  await visit.type('');
  await visit.until((root, count) => root.querySelectorAll('.card').length === count, all.length);
  assert.equal(await place(), before, 'the rows stand where they stood');
  assert.deepEqual(await visit.titles(), all);

  // Where something is asked, nothing else shows before.
  held = undefined;
  await host.open(element('contrat="alternance"'), { path: 'asked' });
  while (!held) await new Promise((done) => setTimeout(done, 20));
  assert.ok(await fallback());
  held.continue();
  await visit.ready();
  assert.ok(!(await fallback()));
  assert.ok((await visit.titles()).length < all.length);
}
