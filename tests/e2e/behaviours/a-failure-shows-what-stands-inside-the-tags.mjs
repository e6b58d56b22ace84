import assert from 'node:assert/strict';

export default async function (visit) {
  await visit.page.setRequestInterception(true);
  visit.page.on('request', (request) => (request.url().endsWith('.wasm') ? request.abort() : request.continue()));
  await visit.page.evaluateOnNewDocument(() => addEventListener('tremplin:erreur', (event) => (window.heard = event.detail.code)));
  await visit.page.goto(visit.base);
  await visit.page.waitForSelector('tremplin-offres[etat="erreur"]');
  const shown = await visit.page.$eval('tremplin-offres', (element) => element.querySelector('.fallback').checkVisibility());
  assert.ok(shown, 'the fallback is back');
  assert.ok(await visit.page.evaluate(() => window.heard));
  assert.ok(visit.complaints.some((complaint) => complaint.includes('tremplin-offres')), 'the console says why');
  visit.complaints.length = 0;
}
