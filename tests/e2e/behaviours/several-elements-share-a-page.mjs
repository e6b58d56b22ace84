import assert from 'node:assert/strict';

/** How many rows the element `id` shows. */
const rows = (visit, id) => visit.page.$eval(`#${id}`, (element) => element.shadowRoot.querySelectorAll('.card').length);

export default async function (visit) {
  await visit.open();
  await visit.page.evaluate(async () => {
    for (const contrat of ['stage', 'alternance']) {
      const element = document.createElement('tremplin-offres');
      element.id = contrat;
      element.setAttribute('etat-url', 'aucun');
      element.setAttribute('contrat', contrat);
      element.setAttribute('niveau-titre', '4');
      const ready = new Promise((done) => element.addEventListener('tremplin:pret', done));
      document.querySelector('main').append(element);
      await ready;
    }
  });
  const stages = await rows(visit, 'stage');
  const alternances = await rows(visit, 'alternance');
  assert.ok(stages > alternances && alternances > 0);
  assert.equal(await visit.page.$eval('#stage', (element) => element.shadowRoot.querySelector('#count').localName), 'h4');
  const sheets = await visit.page.evaluate(() => new Set([...document.querySelectorAll('tremplin-offres')].map((one) => one.shadowRoot.adoptedStyleSheets[0])).size);
  assert.equal(sheets, 1, 'one sheet for all');

  await visit.page.$eval('#alternance', (element) => element.shadowRoot.querySelector('.chip').click());
  await visit.settled();
  assert.ok((await rows(visit, 'alternance')) > stages);
  assert.equal(await rows(visit, 'stage'), stages, 'each has its own state');
  assert.equal(await visit.search(), '', 'and leaves the address alone');

  await visit.page.$eval('#alternance', (element) => element.setAttribute('contrat', 'service-civique'));
  await visit.eventually(() => document.querySelector('#alternance').shadowRoot.querySelector('.chip')?.textContent === 'Service civique');

  const same = await visit.page.evaluate(async () => {
    const element = document.querySelector('#stage');
    const row = element.shadowRoot.querySelector('.card');
    document.body.append(element);
    await new Promise((done) => setTimeout(done, 50));
    return row === element.shadowRoot.querySelector('.card');
  });
  assert.ok(same, 'a move keeps everything');
  const left = await visit.page.evaluate(async () => {
    const element = document.querySelector('#stage');
    element.remove();
    await new Promise((done) => setTimeout(done, 50));
    const gone = element.shadowRoot.querySelectorAll('.card').length;
    const ready = new Promise((done) => element.addEventListener('tremplin:pret', done));
    document.body.append(element);
    await ready;
    return [gone, element.shadowRoot.querySelectorAll('.card').length];
  });
  assert.deepEqual(left, [0, stages], 'removed it lets go of everything, put back it starts again');
}
