// French without its stemmer, which loses prefixes; mistakes are looked for when little is found as typed.

import { create, insertMultiple, load as restore, save, search as ask } from '@orama/orama';
import { stopwords as stopWords } from '@orama/stopwords/french';
import { fromBytes, toBytes } from '../bytes.mjs';
import { fields, joined, weights as boost } from '../french.mjs';

export const about = { name: 'Orama', packages: ['@orama/orama', '@orama/stopwords'], ranked: true };

const blank = () =>
  create({
    schema: Object.fromEntries(fields.map((field) => [field, 'string'])),
    sort: { enabled: false },
    components: { tokenizer: { language: 'french', stemming: false, stopWords } },
  });

export async function index(offers) {
  const engine = blank();
  await insertMultiple(engine, offers.map((offer) => ({ ...offer, id: String(offer.id) })), 1000);
  const saved = save(engine);
  // The page has the offers already.
  for (const stored of Object.values(saved.docs.docs)) for (const field of fields) delete stored[field];
  return { 'index.json': toBytes(saved) };
}

export function load(files) {
  const engine = blank();
  restore(engine, fromBytes(files['index.json']));
  return engine;
}

export async function search(engine, term, limit) {
  const found = async (tolerance) => {
    const { hits } = await ask(engine, { term, properties: fields, boost, tolerance, limit });
    return hits.map(({ id }) => Number(id));
  };
  const typed = await found(0);
  return typed.length < 3 ? joined(typed, await found(1), limit) : typed;
}
