import assert from 'node:assert/strict';

/** Replaces what a field holds, and leaves it. */
async function fill(visit, selector, value) {
  await visit.see(
    (root, [selector, value]) => {
      const field = root.querySelector(selector);
      field.focus();
      field.value = value;
      field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    },
    [selector, value],
  );
  await visit.settled();
}

async function place(visit, words) {
  await visit.see((root) => root.querySelector('#place').focus());
  await visit.page.keyboard.type(words);
  await visit.page.keyboard.press('Enter');
  await visit.settled();
}

const total = async (visit) => parseInt(await visit.count(), 10);

export default async function (visit) {
  await visit.open();
  const all = await total(visit);

  await place(visit, 'renn');
  assert.deepEqual(await visit.chips(), ['Rennes + 20\u00a0km']);
  assert.equal(await visit.see((root) => root.querySelector('#radius').value), '20');
  assert.equal(await visit.focused(), 'place', 'the keyboard stays in the field');
  const near = await total(visit);
  assert.ok(near > 0 && near < all);
  await visit.page.select('tremplin-offres >>> #radius', '100');
  await visit.settled();
  assert.match(await visit.search(), /rayon=100/);
  assert.ok((await total(visit)) >= near);
  await visit.click('#chip-0');
  await visit.until((root) => !root.querySelector('#radius'));

  await place(visit, 'zzz');
  assert.match(await visit.see((root) => root.querySelector('#place-hint').textContent), /Lieu inconnu/);
  await visit.see((root) => root.querySelector('#place').focus());
  await visit.page.keyboard.press('Escape');
  await visit.until((root) => root.querySelector('#place').value === '' && root.querySelector('#place-hint').textContent === '');

  await visit.choose('lieu', 'Bretagne');
  await visit.until((root) => [...root.querySelectorAll('.area')].some((area) => area.querySelector('details[open]')));
  await visit.choose('lieu', 'Ille-et-Vilaine (35)');
  assert.deepEqual(await visit.chips(), ['Bretagne', 'Ille-et-Vilaine (35)']);
  await visit.click('.chosen .quiet');
  await visit.focusIs('count');
  assert.equal(await total(visit), all, 'everything is cleared at once');

  await fill(visit, '[name="duree-min"]', '7');
  assert.match(await visit.search(), /duree-min=7/);
  const long = await total(visit);
  assert.ok(long > 0 && long < all);
  await fill(visit, '[name="duree-max"]', '9');
  assert.deepEqual(await visit.chips(), ['7\u00a0mois à 9\u00a0mois']);
  await visit.click('#chip-0');

  await fill(visit, '[name="debut"]', '2024-01');
  assert.match(await visit.search(), /debut=2024-01/);
  assert.ok((await total(visit)) < all);
  await visit.click('#chip-0');
  assert.equal(await visit.see((root) => root.querySelector('[name="debut"]').value), '');

  const told = await visit.see((root) => root.querySelector('.remuneration .hint').textContent.replaceAll('\u00a0', ' '));
  const [, paid, of] = told.match(/^(\d+) offres sur (\d+) indiquent un montant$/);
  assert.equal(Number(of), all);
  await fill(visit, '[name="remuneration-min"]', '1');
  assert.equal(await total(visit), Number(paid), 'as many as said to state a pay');
  await fill(visit, '[name="remuneration-min"]', '');
  assert.equal(await total(visit), all);

  const recruiters = () => visit.see((root) => root.querySelectorAll('.structure .value').length);
  assert.equal(await recruiters(), 8);
  await visit.click('.structure .quiet');
  await visit.focusIs('recruiter-8');
  assert.ok((await recruiters()) > 8);
  await visit.page.keyboard.press(' ');
  await visit.settled();
  assert.equal(await total(visit), 1);
  assert.match(await visit.search(), /structure=/);
}
