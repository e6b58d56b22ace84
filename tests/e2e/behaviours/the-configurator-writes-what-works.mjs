import assert from 'node:assert/strict';
import { Host } from '../host.mjs';

const text = (visit, id) => visit.page.$eval(`#${id}`, (one) => one.textContent);

export default async function (visit) {
  const { page } = visit;
  const configure = async () => {
    await visit.page.goto(`${visit.base}integrer/configurateur/`);
    await visit.ready();
  };
  await configure();
  for (const selector of ['[value=stage]', '[value=service-civique]', '[name=porte][value=element]']) await page.click(`label:has(${selector})`);
  await page.select('[name="regle:contrat"]', 'verrou');
  await page.select('[name="regle:structure"]', 'masquer');
  await page.type('[name=lieu]', 'Bretagne ; Île-de-France');
  await page.click('label:has([name=colore])');
  await visit.settled();
  assert.deepEqual(await visit.chips(), ['Stage', 'Service civique', 'Bretagne', 'Île-de-France'], 'it is shown at once');
  for (const width of [360, 768, 1200]) {
    await page.click(`label:has([name=largeur][value="${width}"])`);
    assert.equal(await page.$eval('.sheet', (sheet) => sheet.offsetWidth), width);
  }
  const [code, line] = [await text(visit, 'code'), await text(visit, 'policy')];
  assert.ok(code.includes('verrou="contrat"') && code.includes('masquer="structure"') && code.includes('accent="#0f766e"'), code);
  await visit.eventually(() => !document.querySelector('[name=fige]').disabled);
  await page.click('label:has([name=fige])');
  const pinned = await text(visit, 'code');
  assert.match(pinned, /integrity="sha384-[\w+/]{64}"/);
  await page.click('label:has([name=porte][value=cadre])');
  await page.click('label:has([name=grandit])');
  const [frame, frames] = [await text(visit, 'code'), await text(visit, 'policy')];
  await page.click('label:has([name=porte][value=lien])');
  const link = await text(visit, 'code');
  assert.equal(await page.$eval('#with-policy', (one) => one.checkVisibility()), false);
  assert.equal((await page.$$('details')).length, 6);

  const host = await Host.start(visit);
  const there = (snippet) => snippet.replaceAll(visit.base, host.site).replaceAll(new URL(visit.base).origin, host.origin);
  for (const snippet of [code, pinned]) {
    await host.open(there(snippet), { policy: `default-src 'none'; ${there(line)}` });
    await visit.ready();
    assert.deepEqual(await visit.chips(), ['Stage', 'Service civique', 'Bretagne', 'Île-de-France'], 'what is pasted is what was shown');
  }
  await host.open(there(frame), { policy: `default-src 'none'; style-src 'unsafe-inline'; ${there(frames)}` });
  const held = await (await page.waitForSelector('iframe')).contentFrame();
  await held.waitForSelector('tremplin-offres[etat="pret"]');
  assert.equal(await held.$eval('tremplin-offres', (one) => one.shadowRoot.querySelectorAll('.chip').length), 4);
  await visit.eventually(() => document.querySelector('iframe').clientHeight !== 700);
  // What a browser does not know of is told, and left.
  visit.complaints = visit.complaints.filter((complaint) => !complaint.includes('web-share'));

  await host.open(there(link));
  assert.equal(await page.$eval('a', (one) => one.textContent), 'Nos offres de stage et de service civique');
  await Promise.all([page.waitForNavigation(), page.click('a')]);
  await visit.ready();
  assert.deepEqual(await visit.chips(), ['Stage', 'Service civique', 'Bretagne', 'Île-de-France']);

  for (const [width, height] of [[1280, 900], [360, 740]]) {
    await visit.size({ width, height });
    await configure();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}`);
  }
}
