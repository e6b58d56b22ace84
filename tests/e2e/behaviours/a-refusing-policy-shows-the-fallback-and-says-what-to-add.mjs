import assert from 'node:assert/strict';
import { Host } from '../host.mjs';

export default async function (visit) {
  const host = await Host.start(visit);
  const { origin, site } = host;
  const body = `${host.script}<tremplin-offres><p id="fallback">Repli</p></tremplin-offres>`;
  const line = `script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}`;
  await visit.page.evaluateOnNewDocument(() => addEventListener('tremplin:erreur', (event) => (window.heard = event.detail.code)));
  for (const policy of [
    `default-src 'none'; script-src ${origin}; connect-src ${origin}`,
    `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; connect-src 'none'`,
  ]) {
    await host.open(body, { policy });
    await visit.page.waitForSelector('tremplin-offres[etat="erreur"]');
    assert.equal(await visit.page.evaluate(() => window.heard), 'csp', policy);
    assert.ok(await visit.page.$eval('#fallback', (one) => one.checkVisibility()));
    const said = visit.complaints.splice(0).filter((complaint) => complaint.includes('tremplin-offres (csp)'));
    assert.equal(said.length, 1, 'once');
    assert.ok(said[0].includes(line), said[0]);
  }
  await host.open(body, { policy: `default-src 'none'; script-src ${site}tremplin.js 'wasm-unsafe-eval'; connect-src ${origin}` });
  await visit.ready();
  visit.complaints.length = 0;
  await host.open(body, { policy: "default-src 'none'" });
  await visit.settled();
  assert.ok(await visit.page.$eval('#fallback', (one) => one.checkVisibility()), 'nor does it hide where no script runs');
  visit.complained(/Content.Security.Policy|blocked/i);
}
