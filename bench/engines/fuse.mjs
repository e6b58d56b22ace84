// Word by word, anywhere in a field, accents ignored. Its index holds the texts.

import Fuse from 'fuse.js';
import { fromBytes, toBytes } from '../bytes.mjs';
import { weights } from '../french.mjs';

export const about = { name: 'Fuse', packages: ['fuse.js'], ranked: true };

const keys = Object.entries(weights).map(([name, weight]) => ({ name, weight }));
const options = {
  keys,
  useTokenSearch: true,
  ignoreDiacritics: true,
  ignoreLocation: true,
  ignoreFieldNorm: true,
  threshold: 0.3,
  minMatchCharLength: 2,
};

export function index(offers) {
  const ids = offers.map(({ id }) => ({ id }));
  return { 'index.json': toBytes({ ids, index: Fuse.createIndex(keys, offers, options) }) };
}

export function load(files) {
  const { ids, index } = fromBytes(files['index.json']);
  return new Fuse(ids, options, Fuse.parseIndex(index, options));
}

export const search = (engine, words, limit) => engine.search(words, { limit }).map(({ item }) => item.id);
