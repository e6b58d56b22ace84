// Prefixes indexed, Latin sounds; each field answers in its own order, and the orders are merged by the fields' weights.

import { Charset, Document, Encoder } from 'flexsearch';
import { fromBytes, toBytes } from '../bytes.mjs';
import { empty, fields, joined, weights } from '../french.mjs';

export const about = { name: 'FlexSearch', packages: ['flexsearch'], ranked: false };

const blank = () =>
  new Document({
    tokenize: 'forward',
    encoder: new Encoder(Charset.LatinBalance, { filter: empty }),
    document: { id: 'id', index: fields },
  });

export async function index(offers) {
  const engine = blank();
  for (const offer of offers) engine.add(offer);
  const parts = [];
  await engine.export((key, data) => void parts.push([key, data]));
  return { 'index.json': toBytes(parts) };
}

export function load(files) {
  const engine = blank();
  for (const [key, data] of fromBytes(files['index.json'])) engine.import(key, data);
  return engine;
}

/** `suggest` also finds offers that lack some of the words. */
function merged(engine, words, suggest) {
  const points = new Map();
  for (const { field, result } of engine.search(words, { limit: 50, suggest })) {
    result.forEach((id, rank) => points.set(id, (points.get(id) ?? 0) + weights[field] / (rank + 10)));
  }
  return [...points.keys()].sort((one, other) => points.get(other) - points.get(one));
}

export function search(engine, words, limit) {
  const all = merged(engine, words, false);
  return all.length < limit ? joined(all, merged(engine, words, true), limit) : all.slice(0, limit);
}
