// No index: the texts themselves, what a card shows before the whole; words in any order, one mistake each.

import uFuzzy from '@leeoniya/ufuzzy';
import { fromBytes, toBytes } from '../bytes.mjs';
import { joined } from '../french.mjs';

export const about = { name: 'uFuzzy', packages: ['@leeoniya/ufuzzy'], ranked: false };

const fuzzy = new uFuzzy({ intraMode: 1, interLft: 1 });
const plain = (text) => text.toLowerCase().replace(/['’·]/g, ' ');

export const index = (offers) => ({
  'index.json': toBytes(
    offers.map(({ id, title, organisation, place, text }) => [id, `${title} — ${organisation} — ${place}`, text]),
  ),
});

export function load(files) {
  const rows = fromBytes(files['index.json']);
  const latin = (read) => uFuzzy.latinize(rows.map((row) => plain(read(row))));
  return {
    ids: rows.map(([id]) => id),
    cards: latin(([, card]) => card),
    wholes: latin(([, card, text]) => `${card} — ${text}`),
  };
}

function ordered(texts, words) {
  const [found, info, order] = fuzzy.search(texts, words, 3, 1000);
  return order ? order.map((place) => info.idx[place]) : (found ?? []);
}

export function search({ ids, cards, wholes }, typed, limit) {
  const words = uFuzzy.latinize(plain(typed));
  let found = ordered(cards, words);
  if (found.length < limit) found = joined(found, ordered(wholes, words), limit);
  return found.slice(0, limit).map((row) => ids[row]);
}
