import assert from 'node:assert/strict';

export default async function (visit) {
  await visit.asPhone();
  await visit.open();
  await visit.click('#look-carte');
  assert.equal(await visit.focused(), 'look-carte');
  await visit.until((root) => root.querySelectorAll('.map path').length >= 96);
  assert.equal(await visit.search(), '?vue=carte');

  // By the keyboard, on the map itself.
  const said = await visit.see((root) => {
    const spot = [...root.querySelectorAll('.map [role="checkbox"]')].find((one) => one.getAttribute('aria-label').startsWith('Ille-et-Vilaine'));
    spot.focus();
    return spot.getAttribute('aria-label').replaceAll('\u00a0', ' ');
  });
  const count = Number(/^Ille-et-Vilaine \(35\) : (\d+) offres?$/.exec(said)?.[1]);
  assert.ok(count > 0, said);
  await visit.page.keyboard.press('Enter');
  await visit.until((root, count) => root.querySelector('#count').textContent.startsWith(`${count}\u00a0`), count);
  assert.deepEqual(await visit.chips(), ['Ille-et-Vilaine (35)']);
  assert.equal(await visit.see((root) => root.activeElement.getAttribute('aria-checked')), 'true', 'the keyboard stays where it was');

  // Its list says the same, and a second département adds to the first.
  await visit.see((root) => [...root.querySelectorAll('.map label')].find((one) => one.textContent.startsWith('Rhône')).click());
  await visit.until((root) => root.querySelectorAll('.chip').length === 2);
  await visit.page.reload();
  await visit.ready();
  await visit.until((root) => root.querySelectorAll('.map .chosen').length >= 2);

  // Back undoes one thing at a time.
  await visit.travel(-1);
  await visit.until((root) => root.querySelectorAll('.chip').length === 1);
  await visit.travel(-1);
  await visit.travel(-1);
  await visit.until((root) => !root.querySelector('.map'));

  // Without its outlines, the list does.
  await visit.page.setRequestInterception(true);
  visit.page.on('request', (request) => (request.url().includes('departements') ? request.abort() : request.continue()));
  await visit.page.setCacheEnabled(false);
  await visit.open('?vue=carte');
  await visit.until((root) => root.querySelector('.map .notice') && root.querySelector('.map label'));
  assert.ok(visit.complaints.some((complaint) => complaint.includes('departements')));
  visit.complaints.length = 0;
}
