import assert from 'node:assert/strict';

const seen = (visit, selector) => visit.see((root, selector) => root.querySelector(selector)?.checkVisibility() ?? false, selector);

export default async function (visit) {
  await visit.open();
  await visit.page.evaluate(async () => {
    document.querySelector('tremplin-offres').remove();
    const element = document.createElement('tremplin-offres');
    element.setAttribute('etat-url', 'aucun');
    const ready = new Promise((done) => element.addEventListener('tremplin:pret', done));
    document.querySelector('main').append(element);
    await ready;
  });
  const set = async (attributes) => {
    await visit.page.evaluate((attributes) => {
      const element = document.querySelector('tremplin-offres');
      for (const [name, value] of Object.entries(attributes)) value === null ? element.removeAttribute(name) : element.setAttribute(name, value);
    }, attributes);
    await visit.settled();
  };

  await set({ nombre: '4' });
  assert.equal((await visit.cards()).length, 4);
  await visit.click('.more');
  assert.equal((await visit.cards()).length, 8);

  await set({ contrat: 'stage', verrou: 'contrat', lieu: 'Bretagne', nombre: null });
  assert.deepEqual(await visit.chips(), ['Stage', 'Bretagne']);
  assert.equal(await seen(visit, '.values.contrat'), false, 'what is fixed is no choice');
  assert.equal(await visit.see((root) => root.querySelectorAll('button.chip').length), 1);
  await visit.click('button.chip');
  assert.deepEqual(await visit.chips(), ['Stage']);
  await visit.type('zzzz');
  await visit.until((root) => root.querySelector('.ways button'));
  assert.ok((await visit.see((root) => root.querySelector('.ways').textContent)).includes('Effacer les mots'));
  assert.ok(!(await visit.see((root) => root.querySelector('.ways').textContent)).includes('Retirer les filtres'), 'nothing proposes to undo it');
  await visit.type('');

  for (const word of ['contrat', 'ouvertes', 'lieu', 'teletravail', 'niveau', 'duree', 'debut', 'remuneration', 'structure']) {
    await set({ verrou: null, masquer: null });
    assert.ok(await seen(visit, `.values.${word}`), word);
    await set({ masquer: `rien ${word}` });
    assert.equal(await seen(visit, `.values.${word}`), false, word);
  }
  await set({ masquer: null, contrat: null, lieu: null });

  await set({ mode: 'compact' });
  assert.deepEqual([await seen(visit, 'div.filters'), await seen(visit, '#unfold'), await seen(visit, '.list.compact')], [false, true, true]);
  await set({ mode: 'liste' });
  assert.deepEqual([await seen(visit, '#field'), await seen(visit, '#unfold'), await seen(visit, '.card')], [false, false, true]);
  await set({ mode: null });
  assert.ok(await seen(visit, '#field'));

  await set({ 'niveau-titre': '5', langue: 'en' });
  assert.equal(await visit.see((root) => root.querySelector('#count').localName), 'h5');
  assert.match(await visit.count(), /offers$/);
  const ground = () => visit.page.$eval('tremplin-offres', (element) => getComputedStyle(element).backgroundColor);
  await set({ theme: 'sombre' });
  assert.equal(await ground(), 'rgb(22, 22, 21)');
  await set({ theme: 'clair' });
  assert.equal(await ground(), 'rgb(251, 250, 248)');
  await set({ accent: '#0f766e' });
  await visit.until((root) => getComputedStyle(root.querySelector('button.strong')).backgroundColor === 'rgb(15, 118, 110)');
  for (const [name, value] of [['debut-max', '2023-01'], ['limite-max', '2023-01'], ['limite-min', '2023-06'], ['duree-max', '3']]) {
    const before = await visit.count();
    await set({ [name]: value });
    assert.notEqual(await visit.count(), before, name);
    await set({ [name]: null });
  }
  await visit.page.$eval('tremplin-offres', (element) => (element.hidden = true));
  assert.equal(await visit.page.$eval('tremplin-offres', (element) => element.checkVisibility()), false);
  for (const part of ['champ', 'bouton', 'carte', 'titre', 'etiquette', 'filtre', 'statut', 'detail']) {
    if (!['etiquette', 'detail'].includes(part)) assert.ok(await visit.see((root, part) => root.querySelector(`[part~=${part}]`), part), part);
  }
}
