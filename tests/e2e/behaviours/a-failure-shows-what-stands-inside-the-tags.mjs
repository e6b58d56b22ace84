import assert from 'node:assert/strict';

export default async function (visit) {
  await visit.page.setRequestInterception(true);
  visit.page.on('request', (request) => (request.url().endsWith('.wasm') ? request.abort() : request.continue()));
  await visit.page.evaluateOnNewDocument(() => addEventListener('tremplin:erreur', (event) => (window.heard = event.detail.code)));
  await visit.page.goto(visit.base);
  await visit.page.waitForSelector('tremplin-offres[etat="erreur"]');
  const shown = await visit.page.$eval('tremplin-offres', (element) => {
    const visible = (name) => [...element.querySelectorAll(name)].filter((part) => part.checkVisibility()).length;
    return { told: visible('.failed'), offers: visible('article'), dead: visible('button, input, select') };
  });
  assert.equal(shown.told, 1, 'it is said that the search could not start');
  assert.ok(shown.offers > 20, 'the offers are there to read');
  assert.equal(shown.dead, 0, 'nothing is shown that does nothing');
  assert.ok(await visit.page.evaluate(() => window.heard));
  assert.ok(visit.complaints.some((complaint) => complaint.includes('tremplin-offres')), 'the console says why');
  visit.complaints.length = 0;
}
