// Tremplin's engine, as WebAssembly. It reads the offers themselves: facets, marks and snippets are made of them. Few
// offers need no index beforehand: it is built when they are read.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const about = { name: 'Tremplin', packages: [], ranked: true };

/** Up to how many offers the index is built in the page. */
const FEW = 100;
/** A day before every offer's last: relevance alone orders them. */
const TODAY = '2020-01-01';

const program = (folder) => join(folder, '../../ours');

async function engine(offers, index, folder) {
  const { Engine, initSync } = await import(pathToFileURL(join(program(folder), 'ours.js')));
  initSync({ module: readFileSync(join(program(folder), 'ours_bg.wasm')) });
  return new Engine(offers, index, TODAY);
}

export async function index(offers, folder) {
  const read = readFileSync(join(folder, '../dataset.json'));
  const files = { 'offers.json': read };
  if (offers.length > FEW) files['index.bin'] = (await engine(read, undefined, folder)).index();
  return files;
}

/** The offers are not the index: every page has them. */
export const uncounted = (name) => name === 'offers.json';

export const load = (files, folder) => engine(files['offers.json'], files['index.bin'], folder);

export const search = (engine, words) => engine.search(words);

export const ids = (places) => Array.from(places, (place) => place + 1);

export const library = (_, folder) =>
  ['ours.js', 'ours_bg.wasm'].map((name) => readFileSync(join(program(folder), name)));
