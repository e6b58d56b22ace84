export const chromiumAlone = "no other browser takes tremplin.localhost for its own machine";

import assert from 'node:assert/strict';

export default async function (visit) {
  // On this name the site is as on any host; under 127.0.0.1 its builder wants to see it change.
  const base = visit.base.replace('127.0.0.1', 'tremplin.localhost');
  await visit.page.goto(base);
  await visit.ready();
  await visit.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await visit.eventually(async () => (await caches.keys()).length === 1);
  await visit.page.reload();
  await visit.eventually(() => navigator.serviceWorker.controller !== null);

  await visit.page.setOfflineMode(true);
  await visit.page.goto(`${base}?q=rennes`);
  await visit.ready();
  await visit.until((root) => root.querySelectorAll('.card').length > 0);
  const title = await visit.see((root) => root.querySelector('.card a').textContent);
  await visit.page.evaluate(() => document.querySelector('tremplin-offres').shadowRoot.querySelector('.card a').click());
  await visit.until((root) => root.querySelector('#offer') !== null);
  assert.equal(await visit.see((root) => root.querySelector('#offer').textContent), title);
  await visit.page.setOfflineMode(false);
  visit.expectNoComplaint();
}



