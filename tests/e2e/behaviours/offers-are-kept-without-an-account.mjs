import assert from 'node:assert/strict';

const stored = (visit) => visit.page.evaluate(() => ({ ...localStorage }));
const stars = (visit) => visit.see((root) => [...root.querySelectorAll('.card .star')].map((star) => star.ariaPressed));
const tool = (visit, words) =>
  visit.see((root, words) => [...root.querySelectorAll('.shelf .tool')].find((one) => one.textContent.includes(words)).click(), words);
/** Clicks the star of a card. */
const keep = async (visit, card) => {
  await visit.see((root, id) => root.getElementById(id).closest('.card').querySelector('.star').click(), card);
  await visit.settled();
};

export default async function (visit) {
  await visit.on('2026-11-20');
  await visit.page.evaluateOnNewDocument(() => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => (globalThis.copied = text) } });
  });
  await visit.open();
  const cards = await visit.cards();
  const ids = cards.map((card) => card.replace('card-', ''));
  assert.deepEqual(await stored(visit), {}, 'nothing is stored before a click');
  assert.equal(await visit.see((root) => root.querySelector('.mine')), null);

  await keep(visit, cards[2]);
  await visit.click(`[id="${cards[4]}"]`);
  await visit.see((root) => root.querySelector('.actions button[aria-pressed]').click());
  await visit.settled();
  assert.equal(await visit.see((root) => root.querySelector('.actions button[aria-pressed]').ariaPressed), 'true');
  assert.equal((await stored(visit))['tremplin:favoris'], `1 2026-11-20:${ids[2]} 2026-11-20:${ids[4]}`);
  await visit.page.keyboard.press('Escape');
  await visit.until((root) => !root.querySelector('.offer'));

  await visit.page.reload();
  await visit.ready();
  assert.deepEqual((await stars(visit)).filter((pressed) => pressed === 'true').length, 2);
  assert.match(await visit.see((root) => root.querySelector('.mine').textContent), /Mes offres\u00a02/);
  await visit.click('.mine');
  await visit.focusIs('count');
  assert.deepEqual(new Set(await visit.cards()), new Set([cards[2], cards[4]]));
  assert.equal(await visit.search(), '?favoris=1');

  await tool(visit, 'Copier le lien');
  await visit.until((root) => root.querySelector('[role=status]').textContent === 'Lien copié');
  const link = await visit.page.evaluate(() => copied);
  await visit.travel(-1);
  await visit.until((root) => !root.querySelector('.shelf'));
  assert.deepEqual(await visit.cards(), cards, 'Back leads to all of them');
  await visit.travel(1);
  await visit.until((root) => root.querySelector('.shelf'));

  // A row that leaves hands the keyboard on.
  const [first, second] = await visit.cards();
  await keep(visit, first);
  await visit.focusIs(second);
  await tool(visit, 'Tout oublier');
  await visit.settled();
  assert.deepEqual(await stored(visit), {});
  assert.deepEqual(await visit.cards(), []);
  await visit.until((root) => /Aucune offre gardée/.test(root.querySelector('.empty').textContent));

  // The list travels without what is stored.
  await visit.open(link.replace(visit.base, ''));
  assert.deepEqual(new Set(await visit.cards()), new Set([cards[2], cards[4]]));
  assert.deepEqual(await stored(visit), {});
  await visit.open(`?ids=${ids[2]}+nulle-part`);
  assert.match(await visit.see((root) => root.querySelector('.shelf').textContent), /1\u00a0offre n’est plus là/);

  // What came since the last visit is new, all day long.
  await keep(visit, cards[2]);
  const seen = (await stored(visit))['tremplin:vues'];
  assert.match(seen, /^1 2026-11-20 [0-9a-v]{112} $/);
  await visit.page.evaluate((seen) => localStorage.setItem('tremplin:vues', seen.replace(/.{4} $/, ' ')), seen);
  await visit.on('2026-11-27');
  for (const time of ['first', 'second']) {
    await visit.open();
    assert.equal(await visit.see((root) => root.querySelectorAll('.new').length), 1, time);
  }
  await visit.on('2026-11-28');
  await visit.open();
  assert.equal(await visit.see((root) => root.querySelectorAll('.new').length), 0);

  // What cannot be read is set aside.
  await visit.page.evaluate(() => localStorage.setItem('tremplin:favoris', '{"v":7}'));
  await visit.open();
  assert.deepEqual(await visit.cards(), cards);
  assert.equal((await stored(visit))['tremplin:illisible'], '{"v":7}');
  await keep(visit, cards[0]);
  assert.equal((await stored(visit))['tremplin:favoris'], `1 2026-11-28:${ids[0]}`);

  // A full or a forbidden store: said once, and kept for the visit.
  for (const refusal of ['full', 'forbidden']) {
    await visit.page.evaluate(() => localStorage.clear());
    await visit.page.evaluateOnNewDocument((refusal) => {
      if (refusal === 'full') {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      } else {
        Object.defineProperty(globalThis, 'localStorage', {
          get() {
            throw new DOMException('no', 'SecurityError');
          },
        });
      }
    }, refusal);
    await visit.open();
    await keep(visit, cards[1]);
    await visit.until((root) => /n’enregistre rien/.test(root.querySelector('[role=status]').textContent));
    assert.match(await visit.see((root) => root.querySelector('.notice').textContent), /le temps de cette visite/);
    await keep(visit, cards[3]);
    await visit.click('.mine');
    assert.deepEqual(new Set(await visit.cards()), new Set([cards[1], cards[3]]), refusal);
  }
}
