import assert from 'node:assert/strict';

const OFFER = 'rennes-metropole-et-ville-de-rennes-soutien-au-lancement-de';

export const chromiumAlone = 'paper is emulated there';

export default async function (visit) {
  await visit.page.evaluateOnNewDocument(() => {
    globalThis.printed = 0;
    globalThis.print = () => (printed += 1);
  });
  await visit.open(`?offre=${OFFER}`);
  await visit.see((root) => [...root.querySelectorAll('.tool')].find((one) => one.textContent === 'Imprimer').click());
  await visit.eventually(() => printed === 1);

  await visit.page.emulateMediaType('print');
  const shown = (selector) => visit.see((root, selector) => root.querySelector(selector)?.checkVisibility() ?? false, selector);
  for (const selector of ['#offer', '.table', '.prose', '.on-paper']) assert.ok(await shown(selector), selector);
  for (const selector of ['#field', '.filters', '.results', '.back', '.tools', '.actions', '.beside', '.similar', '#language']) {
    assert.equal(await shown(selector), false, selector);
  }
  assert.equal(await visit.page.evaluate(() => document.querySelector('.top').checkVisibility()), false);
  const paper = await visit.see((root) => root.querySelector('.on-paper').textContent);
  assert.ok(paper.includes('participationcitoyenne@rennesmetropole.fr') && paper.includes(`?offre=${OFFER}`), paper);
  const cut = await visit.see((root) => {
    const offer = root.querySelector('.offer');
    return offer.scrollHeight - offer.clientHeight;
  });
  assert.ok(cut <= 1, 'nothing is cut');

  // Without an open offer it is the rows that print.
  await visit.open('?contrat=stage');
  assert.ok(await shown('.card'));
  assert.equal(await shown('.filters'), false);
}
