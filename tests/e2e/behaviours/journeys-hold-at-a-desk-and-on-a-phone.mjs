import assert from 'node:assert/strict';

/** Goes to what `selector` finds and does what it is for: by Tab and a key at a desk, by a finger on a phone. */
const HANDS = {
  desk: {
    async use(visit, selector, key = 'Enter') {
      for (let presses = 0; presses < 400; presses += 1) {
        if (await visit.see((root, selector) => Boolean(root.activeElement?.matches(selector)), selector)) {
          await visit.page.keyboard.press(key);
          return visit.settled();
        }
        await visit.page.keyboard.press('Tab');
      }
      assert.fail(`${selector} cannot be reached`);
    },
    async filter(visit, facet) {
      await this.use(visit, `.values.${facet} input`, ' ');
    },
  },
  phone: {
    async use(visit, selector) {
      await (await visit.steady(selector)).tap();
      await visit.settled();
    },
    async filter(visit, facet) {
      await this.use(visit, '#unfold');
      await visit.until((root) => root.querySelector('dialog:modal'));
      await this.use(visit, `.values.${facet} label`);
      await this.use(visit, '.fold');
      await visit.until((root) => !root.querySelector('dialog'));
    },
  },
};

const plain = (visit, selector) => visit.see((root, selector) => root.querySelector(selector).textContent.replaceAll(/[\u00a0\u202f]/g, ' '), selector);
const gone = (visit) => visit.until((root) => !root.querySelector('.offer'));

const JOURNEYS = {
  async 'a stage in Rennes with a deadline'(visit, hand) {
    await visit.open();
    await visit.type('stage rennes');
    await visit.fold();
    assert.deepEqual(await visit.chips(), ['Stage', 'Rennes']);
    await visit.see((root) => {
      const sort = root.querySelector('#sort');
      sort.value = 'limite';
      sort.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await visit.settled();
    assert.match(await plain(visit, '.card .facts'), /9 jours|plus que 9|1er mars/, 'the nearest deadline comes first');
    await hand.use(visit, '.card .title a');
    await visit.focusIs('offer');
    assert.match(await plain(visit, '.offer dl'), /1er mars 2023/);
  },

  async 'télétravail, bac+5, above 800 €, then wider'(visit, hand) {
    await visit.open();
    await visit.type('télétravail bac+5 plus de 800 €');
    await visit.fold();
    assert.equal(await visit.count(), '0 offre');
    await visit.until((root) => root.querySelector('.ways button'));
    await hand.use(visit, '.ways li button');
    await visit.focusIs('count');
    assert.notEqual(await visit.count(), '0 offre');
    await hand.use(visit, '.card .title a');
    await visit.focusIs('offer');
    await visit.until((root) => root.querySelector('.prose'));
  },

  async 'a filter, an offer kept, Back twice, and a reload'(visit, hand) {
    await visit.open();
    const all = await visit.count();
    await hand.filter(visit, 'contrat');
    await visit.until((root) => root.querySelectorAll('.chip').length === 1);
    const [some, cards] = [await visit.count(), await visit.cards()];
    await hand.use(visit, '.card .title a');
    await visit.focusIs('offer');
    const title = await visit.opened();
    await hand.use(visit, '.actions button[aria-pressed]');
    await visit.page.reload();
    await visit.ready();
    await visit.until((root, title) => root.querySelector('#offer')?.textContent === title, title);
    assert.equal(await visit.see((root) => root.querySelector('.actions button[aria-pressed]').ariaPressed), 'true');
    await visit.travel(-1);
    await gone(visit);
    assert.equal(await visit.count(), some);
    assert.deepEqual(await visit.cards(), cards);
    await visit.travel(-1);
    await visit.until((root) => root.querySelectorAll('.chip').length === 0);
    assert.equal(await visit.count(), all);
    await hand.use(visit, '.mine');
    assert.deepEqual(await visit.titles(), [title]);
    await visit.page.evaluate(() => localStorage.clear());
  },

  async 'a list compared'(visit, hand) {
    await visit.open();
    const ids = (await visit.cards()).slice(0, 3).map((card) => card.replace('card-', ''));
    await visit.open(`?ids=${ids.join('+')}`);
    await hand.use(visit, '.pick[aria-pressed="false"]');
    await hand.use(visit, '.pick[aria-pressed="false"]');
    await hand.use(visit, '.shelf .tool:nth-child(2)');
    await visit.focusIs('comparison');
    assert.equal(await visit.see((root) => root.querySelectorAll('.compare thead a').length), 2);
    await hand.use(visit, '.compare thead a');
    await visit.focusIs('offer');
  },

  async 'the map, in English'(visit, hand) {
    await visit.open();
    await hand.use(visit, '#language');
    await visit.until((root) => /offers/.test(root.querySelector('#count').textContent));
    await visit.see((root) => root.querySelector('#count').focus());
    await hand.use(visit, '#look-carte');
    await visit.until((root) => root.querySelectorAll('.map path').length > 90);
    await hand.use(visit, '.map [role="checkbox"]', ' ');
    await visit.until((root) => root.querySelectorAll('.chip').length === 1);
    assert.match(await visit.search(), /lieu=.*vue=carte.*langue=en/);
  },
};

export const chromiumAlone = 'fingers are emulated there';

export default async function (visit) {
  await visit.on('2023-02-20');
  for (const [seat, hand] of Object.entries(HANDS)) {
    if (seat === 'phone') await visit.asPhone();
    for (const [name, journey] of Object.entries(JOURNEYS)) {
      try {
        await journey(visit, hand);
      } catch (error) {
        error.message = `${name}, ${seat}: ${error.message}`;
        throw error;
      }
    }
  }
}
