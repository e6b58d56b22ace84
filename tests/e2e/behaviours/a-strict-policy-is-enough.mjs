import assert from 'node:assert/strict';
import { Host } from '../host.mjs';

export default async function (visit) {
  const host = await Host.start(visit);
  const { origin } = host;
  await host.open(`${host.script}<tremplin-offres contrat="stage"><p>Repli</p></tremplin-offres>`, {
    policy: `default-src 'none'; style-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}`,
  });
  await visit.ready();
  assert.deepEqual(await visit.chips(), ['Stage']);
  assert.equal(await visit.see((root) => getComputedStyle(root.querySelector('.field')).display), 'flex', 'and it is styled');
  await visit.choose('contrat', 'Emploi');
  assert.deepEqual(await visit.chips(), ['Stage', 'Emploi']);
  assert.equal(await visit.page.evaluate(() => document.querySelectorAll('[style]').length), 0);
}
