import assert from 'node:assert/strict';

const NAMES = ['recherche', 'favori', 'ouverture', 'candidature'];
const heard = (visit) => visit.page.evaluate(() => heard.splice(0));

export default async function (visit) {
  await visit.page.evaluateOnNewDocument((names) => {
    globalThis.heard = [];
    for (const name of names) {
      document.addEventListener(`tremplin:${name}`, (event) => {
        heard.push([name, event.detail, event.cancelable]);
        if (event.cancelable && globalThis.forbidding) event.preventDefault();
      });
    }
  }, NAMES);
  await visit.open();
  await visit.type('concertation');
  await visit.eventually(() => heard.length > 0);
  const found = Number((await visit.count()).split(' ')[0]);
  assert.deepEqual(await heard(visit), [['recherche', { parametres: { q: ['concertation'] }, total: found }, false]], 'once, when one pauses');
  await visit.fold();
  await visit.choose('contrat', 'Stage');
  await visit.choose('contrat', 'Emploi');
  const [, [name, { parametres, total }]] = await heard(visit);
  assert.equal(name, 'recherche');
  assert.deepEqual(parametres, { q: ['concertation'], contrat: ['stage', 'emploi'] });
  assert.equal(`${total}`, (await visit.count()).split(' ')[0]);

  await visit.open();
  const [card] = await visit.cards();
  const id = card.replace('card-', '');
  for (const actif of [true, false]) {
    await visit.click('.card .star');
    assert.deepEqual(await heard(visit), [['favori', { id, actif }, false]]);
  }

  await visit.page.evaluate(() => (globalThis.forbidding = true));
  await visit.click(`[id="${card}"]`);
  const url = `${visit.base}?offre=${encodeURIComponent(id)}`;
  assert.deepEqual(await heard(visit), [['ouverture', { id, url }, true]]);
  assert.equal(await visit.opened(), undefined, 'the host opens it itself');
  await visit.page.evaluate(() => (globalThis.forbidding = false));
  await visit.click(`[id="${card}"]`);
  await visit.focusIs('offer');
  await heard(visit);

  await visit.page.evaluate(() => {
    globalThis.forbidding = true;
    document.addEventListener('click', (event) => (globalThis.prevented = event.defaultPrevented));
  });
  for (let turns = 0; !(await visit.see((root) => root.querySelector('.apply'))); turns += 1) {
    assert.ok(turns < 30, 'no offer takes letters');
    await visit.page.evaluate(() => (globalThis.forbidding = false));
    await visit.click('.beside .after');
    await visit.page.evaluate(() => (globalThis.forbidding = true));
  }
  await heard(visit);
  await visit.click('.apply');
  const [[told, detail, cancelable]] = await heard(visit);
  assert.deepEqual([told, cancelable], ['candidature', true]);
  assert.match(detail.url, /^mailto:/);
  assert.equal(await visit.page.evaluate(() => prevented), true);
}
