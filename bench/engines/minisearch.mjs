// Folded French stems, the last word as a prefix, one mistake in five letters; offers with every word come first.

import { stemmer } from '@orama/stemmers/french';
import MiniSearch from 'minisearch';
import { toBytes, toText } from '../bytes.mjs';
import { empty, fields, fold, joined, weights } from '../french.mjs';

export const about = { name: 'MiniSearch, French stemmer', packages: ['minisearch', '@orama/stemmers'], ranked: true };

const options = {
  fields,
  processTerm: (term) => (empty.has(fold(term)) ? null : fold(stemmer(term.toLowerCase()))),
};
const asked = {
  boost: weights,
  prefix: (_, place, terms) => place === terms.length - 1,
  fuzzy: (term) => term.length > 3 && 0.2,
};

export function index(offers) {
  const engine = new MiniSearch(options);
  engine.addAll(offers);
  return { 'index.json': toBytes(engine) };
}

export const load = (files) => MiniSearch.loadJSON(toText(files['index.json']), options);

export function search(engine, words, limit) {
  const found = (combineWith) => engine.search(words, { ...asked, combineWith }).slice(0, limit).map(({ id }) => id);
  const all = found('AND');
  return all.length < limit ? joined(all, found('OR'), limit) : all;
}
