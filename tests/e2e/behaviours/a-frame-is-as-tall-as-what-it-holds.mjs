import assert from 'node:assert/strict';
import { Host } from '../host.mjs';

export default async function (visit) {
  const host = await Host.start(visit);
  const { page } = visit;
  const address = `${host.site}integrer/?contrat=stage&verrou=contrat&masquer=structure&lieu=Bretagne&lieu=Pays+de+la+Loire&accent=%230f766e&donnees=https://ailleurs.example/`;
  await host.open(`<p>Avant</p><iframe src="${address}" title="Recherche d’offres" width="400" height="300"></iframe><p>Après</p>
    <script src="${host.site}integrer/redimension.js" defer></script>`, { policy: `default-src 'none'; frame-src ${host.origin}; script-src ${host.origin}` });
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  await frame.waitForSelector('tremplin-offres[etat="pret"]');
  const heights = () => page.$eval('iframe', (one) => one.clientHeight);
  const inside = () => frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
  await visit.eventually(() => document.querySelector('iframe').clientHeight > 500);
  await visit.settled();
  assert.equal(await heights(), await inside());
  const chips = () => frame.$eval('tremplin-offres', (one) => [...one.shadowRoot.querySelectorAll('.chip')].map((chip) => chip.textContent));
  assert.deepEqual(await chips(), ['Stage', 'Bretagne', 'Pays de la Loire']);
  assert.equal(await frame.$eval('tremplin-offres', (one) => one.hasAttribute('donnees')), false, 'an address never chooses where offers come from');
  assert.equal(await frame.$eval('.foot', (one) => one.checkVisibility()), false);

  const before = await heights();
  await frame.evaluate(() => document.querySelector('tremplin-offres').shadowRoot.querySelector('button.chip').click());
  await visit.eventually((before) => document.querySelector('iframe').clientHeight !== before, before);
  await visit.settled();
  assert.equal(await heights(), await inside(), 'it follows');

  await frame.evaluate(() => document.querySelector('tremplin-offres').shadowRoot.querySelector('#unfold').click());
  await visit.settled();
  const dialog = await frame.$eval('tremplin-offres', (one) => {
    const dialog = one.shadowRoot.querySelector('dialog');
    return { modal: dialog.matches(':modal'), position: getComputedStyle(dialog).position, whole: dialog.scrollHeight <= dialog.clientHeight + 1 };
  });
  assert.deepEqual(dialog, { modal: false, position: 'static', whole: true }, 'the filters open where they stand');
  await visit.settled();
  assert.equal(await heights(), await inside());

  // Others speak too: another window, another origin.
  const real = await heights();
  await page.evaluate(() => postMessage({ tremplin: 'hauteur', px: 7 }, '*'));
  await frame.evaluate(() => parent.postMessage({ tremplin: 'hauteur', px: -3 }, '*'));
  await frame.evaluate(() => parent.postMessage({ tremplin: 'hauteur', px: 'auto' }, '*'));
  await visit.settled();
  assert.equal(await heights(), real);

  const history = await page.evaluate(() => window.history.length);
  await frame.evaluate(() => document.querySelector('tremplin-offres').shadowRoot.querySelector('.card .title a').click());
  await visit.settled();
  assert.equal(await page.evaluate(() => window.history.length), history, 'nor does it write into the history');

  await page.goto(`${host.site}integrer/?theme=sombre&q=concertation`);
  await visit.ready();
  assert.ok(await page.$eval('.foot', (one) => one.checkVisibility()), 'alone, it says how to take it');
  assert.equal(await visit.see((root) => root.querySelector('#field').value), 'concertation');
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(22, 22, 21)');
}
