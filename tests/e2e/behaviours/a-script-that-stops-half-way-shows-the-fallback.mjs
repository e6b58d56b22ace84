import assert from 'node:assert/strict';
import { Host } from '../host.mjs';

/** What is asked for after the script, each time but for one of them. */
const PARTS = { program: /tremplin-[^/]*\.wasm$/, style: /tremplin-[^/]*\.css$/, search: /search-[^/]*\.wasm$/, details: /details-[^/]*\.css$/ };

export default async function (visit) {
  const host = await Host.start(visit);
  const { page } = visit;
  await page.setRequestInterception(true);
  let stopped;
  page.on('request', (request) => (stopped?.test(request.url()) ? request.abort() : request.continue()));
  for (const [part, pattern] of Object.entries(PARTS)) {
    stopped = pattern;
    await host.open(`${host.script}<tremplin-offres><p id="fallback">Repli</p></tremplin-offres>`, { path: part });
    await page.waitForSelector('tremplin-offres[etat="erreur"]');
    assert.ok(await page.$eval('#fallback', (one) => one.checkVisibility()), part);
    visit.complained(/tremplin-offres \(reseau\)/);
  }
  stopped = undefined;
  await page.evaluate(() => {
    const element = document.querySelector('tremplin-offres');
    element.remove();
    setTimeout(() => document.body.append(element), 50);
  });
  await visit.ready();
  assert.ok((await visit.cards()).length > 0, 'put back later, it starts');
  assert.equal(await page.$eval('#fallback', (one) => one.checkVisibility()), false);
}
