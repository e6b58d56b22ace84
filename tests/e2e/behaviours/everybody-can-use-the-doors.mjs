import assert from 'node:assert/strict';
import { violations } from '../axe.mjs';

export const chromiumAlone = 'light and dark are emulated there';

export default async function (visit) {
  for (const phone of [false, true]) {
    if (phone) await visit.asPhone();
    for (const scheme of ['light', 'dark']) {
      await visit.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      const state = `${scheme}, on ${phone ? 'a phone' : 'a desk'}`;
      await visit.open('integrer/configurateur/');
      await visit.page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
      assert.deepEqual(await violations(visit), [], `the configurator, ${state}`);
      await visit.page.$eval('[name=porte][value=cadre]', (one) => one.click());
      assert.deepEqual(await violations(visit), [], `the frame’s code, ${state}`);
      for (const address of ['?contrat=stage&verrou=contrat', '?theme=auto&mode=compact', '?theme=sombre&mode=liste&nombre=3']) {
        await visit.open(`integrer/${address}`);
        assert.deepEqual(await violations(visit), [], `${address}, ${state}`);
      }
    }
  }
}
