import assert from 'node:assert/strict';
import { Host } from '../host.mjs';

export default async function (visit) {
  const host = await Host.start(visit);
  await host.open(`<div id="app"></div><tremplin-offres contrat="emploi"><p>Repli</p></tremplin-offres>`);
  // A yew application of the page's own, which a copy of ours plays: other bindings, other memory, in the page itself.
  await visit.page.evaluate(async (script) => {
    await import(script);
  }, `${host.site}tremplin.js`);
  await visit.ready();
  await visit.page.evaluate((script) => {
    import(`${script}?autre`)
      .then((copy) => copy.booted())
      .then(([other]) => (window.other = new other.Widget(document.querySelector('#app'), other.Offers.embedded(), ['etat-url', 'aucun'], () => {}, () => true)));
  }, `${host.site}tremplin.js`);
  await visit.eventually(() => document.querySelectorAll('#app .card').length > 0);
  const rows = () => visit.page.$$eval('#app .card', (all) => all.length);
  const [theirs, ours] = [await rows(), (await visit.cards()).length];
  await visit.page.$eval('#app .values.contrat input', (box) => box.click());
  await visit.settled();
  assert.ok((await rows()) < theirs, 'theirs works');
  assert.equal((await visit.cards()).length, ours, 'ours is left alone');
  await visit.click('.chip');
  assert.equal((await visit.cards()).length, theirs, 'and works');
}
