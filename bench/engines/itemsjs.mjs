// Folded words without those that tell nothing; two facets are counted with each answer. It knows no field weights.

import itemsjs from 'itemsjs';
import { fromBytes, toBytes } from '../bytes.mjs';
import { empty, fields, fold, words } from '../french.mjs';

export const about = { name: 'ItemsJS, facets counted', packages: ['itemsjs'], ranked: false };

const facet = { size: 10, conjunction: false };
const options = {
  searchableFields: fields,
  removeStopWordFilter: true,
  aggregations: { organisation: facet, place: facet },
};
const kept = (text) => words(fold(text)).filter((word) => !empty.has(word)).join(' ');

export function index(offers) {
  const items = offers.map((offer) => {
    const folded = fields.map((field) => [field, kept(offer[field])]);
    return { id: offer.id, ...Object.fromEntries(folded) };
  });
  const { fulltext, facets } = itemsjs(items, options).serializeAll();
  const shown = items.map(({ id, organisation, place }) => ({ id, organisation, place }));
  return { 'index.json': toBytes({ fulltext, facets, shown }) };
}

export function load(files) {
  const { fulltext, facets, shown } = fromBytes(files['index.json']);
  return itemsjs(shown, { ...options, fulltextSnapshot: fulltext, facetsSnapshot: facets });
}

export const search = (engine, typed, limit) =>
  engine.search({ query: kept(typed), per_page: limit }).data.items.map(({ id }) => id);
