// One page an offer. Its index is many files of which a search fetches some: here from memory, at no cost.
// Results are bare; what a page shows of them is one more file each.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const about = { name: 'Pagefind', packages: ['pagefind'], ranked: true };

/** Addresses that nobody answers but the table below. */
const HOST = 'http://pagefind.invalid/';
/** What a page needs besides its index; the WebAssembly is compressed already. */
const LIBRARY = ['pagefind.js', 'pagefind-worker.js', 'wasm.fr.pagefind'];

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const page = ({ title, organisation, place, text }) => `<!doctype html><html lang="fr"><title>${escaped(title)}</title>
<main data-pagefind-body><h1>${escaped(title)}</h1>
<p data-pagefind-weight="2">${escaped(organisation)}</p><p data-pagefind-weight="2">${escaped(place)}</p>
${text.split('\n').map((line) => `<p>${escaped(line)}</p>`).join('\n')}</main></html>`;

export async function index(offers) {
  const pagefind = await import('pagefind');
  const { index } = await pagefind.createIndex({ forceLanguage: 'fr' });
  for (let start = 0; start < offers.length; start += 200) {
    const some = offers.slice(start, start + 200);
    await Promise.all(some.map((offer) => index.addHTMLFile({ url: `/${offer.id}/`, content: page(offer) })));
  }
  const { files } = await index.getFiles();
  await pagefind.close();
  const needed = files.filter(({ path }) => LIBRARY.includes(path) || /\.pf_|entry\.json$/.test(path));
  return Object.fromEntries(needed.map(({ path, content }) => [path, content]));
}

export const served = true;

/** Files that are no index: the library, and what is shown of a result. */
export const uncounted = (name) => LIBRARY.includes(name) || name.startsWith('fragment/');

export async function load(files, folder) {
  globalThis.fetch = async (address) => {
    const file = files[String(address.url ?? address).slice(HOST.length).split('?')[0]];
    return file ? new Response(file) : new Response('', { status: 404 });
  };
  const { createInstance } = await import(pathToFileURL(join(folder, 'pagefind.js')));
  const engine = createInstance({ basePath: HOST, noWorker: true, ranking: { pageLength: 0 } });
  await engine.init();
  return engine;
}

export const search = async (engine, words, limit) => (await engine.search(words)).results.slice(0, limit);

export async function ids(results) {
  const shown = await Promise.all(results.map((result) => result.data()));
  return shown.map(({ url }) => Number(url.match(/\d+/)[0]));
}

export const library = (files) => LIBRARY.map((name) => files[name]);
