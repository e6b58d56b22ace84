import assert from 'node:assert/strict';

const told = (visit, words) => visit.until((root, words) => root.querySelector('.around + .hint').textContent.includes(words), words);

export default async function (visit) {
  await visit.page.setGeolocation({ latitude: 48.12, longitude: -1.7 });
  await visit.context.overridePermissions(new URL(visit.base).origin, []);
  await visit.open();
  const before = await visit.cards();
  await visit.click('.around');
  await told(visit, 'ne donne pas votre position');
  await visit.until((root) => root.querySelector('[role="status"]').textContent.includes('ne donne pas'));
  assert.deepEqual(await visit.cards(), before, 'refused, nothing else changes');

  await visit.context.overridePermissions(new URL(visit.base).origin, ['geolocation']);
  await visit.click('.around');
  await told(visit, 'Rennes');
  await visit.until((root) => root.querySelector('.chip')?.textContent.startsWith('Rennes + 20'));
  assert.match(await visit.search(), /lieu=Rennes&rayon=20/);
  assert.doesNotMatch(await visit.search(), /48/, 'where they are stays with them');

  await visit.page.setGeolocation({ latitude: 0, longitude: -30 });
  await visit.click('.around');
  await told(visit, 'Aucune grande ville');

  await visit.page.evaluateOnNewDocument(() => Object.defineProperty(Navigator.prototype, 'geolocation', { get: () => undefined }));
  await visit.open();
  assert.equal(await visit.see((root) => root.querySelector('.around')), null, 'no button that could not work');
}
