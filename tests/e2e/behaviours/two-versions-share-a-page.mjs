import assert from 'node:assert/strict';
import { Host } from '../host.mjs';

export default async function (visit) {
  const host = await Host.start(visit);
  const asked = [];
  visit.page.on('request', (request) => asked.push(request.url()));
  // Another copy of the script has another address; the element is there before either.
  await host.open(`
    <tremplin-offres id="one"><p>Repli</p></tremplin-offres>
    ${host.script}${host.script}${host.script.replace('tremplin.js', 'tremplin.js?autre')}${host.script.replace(host.site, visit.base).replace('crossorigin="anonymous"', 'crossorigin')}
    <tremplin-offres id="two" contrat="alternance" etat-url="aucun"><p>Repli</p></tremplin-offres>
    <script>document.createElement('tremplin-offres')</script>`, { head: '<base href="/ailleurs/">' });
  await visit.eventually(() => document.querySelectorAll('[etat="pret"]').length === 2);
  assert.equal(asked.filter((url) => /tremplin-[^/]*\.wasm$/.test(url)).length, 1, 'one program');
  const links = await visit.page.$$eval('tremplin-offres', (all) => all.map((one) => one.shadowRoot.querySelector('.card .title a').href));
  for (const link of links) assert.ok(link.startsWith(`${host.url}page#tremplin?offre=`), `the page, and not its base: ${link}`);
  await visit.see((root) => root.querySelector('.card .title a').click());
  await visit.focusIs('offer');
  assert.ok((await visit.page.evaluate(() => location.href)).startsWith(`${host.url}page#tremplin?offre=`));
  // The copy that came from a site that lets nobody read it.
  visit.complaints.splice(0).forEach((complaint) => assert.match(complaint, /CORS|ERR_FAILED|NS_ERROR|Cross-Origin/i));
}
