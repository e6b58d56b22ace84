import assert from 'node:assert/strict';

export default async function (visit) {
  await visit.open('?contrat=stage');
  const french = await visit.titles();
  await visit.click('#language');
  assert.equal(await visit.focused(), 'language');
  await visit.until((root) => /^\d+\u00a0offers$/.test(root.querySelector('#count').textContent));
  assert.deepEqual(await visit.titles(), french, 'the offers stay in their own words');
  assert.deepEqual(await visit.chips(), ['Internship']);
  await visit.eventually(() => location.search.includes('langue=en'));
  assert.equal(await visit.see((root) => root.querySelector('.tremplin').lang), 'en');

  // A link says it too, and keeps what else was asked.
  await visit.open('?contrat=alternance&langue=en');
  assert.deepEqual(await visit.chips(), ['Work-study']);
  const said = await visit.see((root) => root.querySelector('.tremplin').innerText);
  for (const word of ['Filtres', 'Rechercher', 'Trier', 'Contrat', 'Région', 'Close depuis', 'Niveau']) {
    assert.ok(!said.includes(word), `« ${word} » is still in French`);
  }
  await visit.click('#language');
  await visit.until((root) => root.querySelector('#count').textContent.includes('offre'));
  await visit.eventually(() => !location.search.includes('langue'));
}
