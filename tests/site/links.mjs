// Every address within the site, followed as a browser would, with the site under `/` and under a folder of its host.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import test from 'node:test';
import { parseXml } from '@rgrove/parse-xml';
import Papa from 'papaparse';
import { FILES, attribute, bytes, page, text } from './site.mjs';

/** Serves files as static hosts do, under a path; how to read them can be told, to plant faults. */
async function serve(path, read) {
  const server = createServer((request, answer) => {
    const asked = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    let name = asked.startsWith(path) ? asked.slice(path.length) : undefined;
    if (name !== undefined && (name === '' || name.endsWith('/'))) name += 'index.html';
    const content = name === undefined ? undefined : read(name);
    answer.writeHead(content === undefined ? 404 : 200).end(content);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { base: `http://127.0.0.1:${server.address().port}${path}`, stop: () => (server.closeAllConnections(), server.close()) };
}

/** The addresses that a file of the site asks for or leads to. */
function addresses(name, content) {
  const found = [];
  if (name.endsWith('.html')) {
    for (const element of page(content).elements) {
      for (const key of ['href', 'src', 'action', 'poster', 'data']) found.push(attribute(element, key));
      (attribute(element, 'srcset') ?? '').split(',').forEach((one) => found.push(one.trim().split(/\s/)[0] || undefined));
    }
  } else if (name.endsWith('.xml')) {
    const walk = (element) => {
      found.push(element.attributes?.href, element.name === 'loc' ? element.text : undefined);
      element.children?.forEach(walk);
    };
    walk(parseXml(content).root);
  } else if (name.endsWith('.css')) {
    for (const [, address] of content.matchAll(/url\(["']?([^"')]+)/g)) found.push(address);
  } else if (name.endsWith('.js')) {
    for (const [, address] of content.matchAll(/(?:from|import|import\()\s*["'](\.[^"']+)["']/g)) found.push(address);
    if (name === 'sw.js') found.push(...JSON.parse(content.match(/FILES = (\[.*?\])/s)[1]));
  } else if (name.endsWith('.webmanifest')) {
    const { start_url, scope, icons } = JSON.parse(content);
    found.push(start_url, scope, ...icons.map(({ src }) => src));
  } else if (name === 'offres.csv') {
    found.push(...Papa.parse(content.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data.map((row) => row.page));
  }
  return found.filter((address) => address !== undefined && address !== '');
}

/** The site's whole address, where its settings tell it. */
const HOME = text('index.html').match(/<link rel="canonical" href="([^"]+)"/)?.[1];

/** What leads nowhere, with the site under `path`. */
async function dead(path, names, read) {
  const server = await serve(path, read);
  const asked = new Map();
  const found = [];
  for (const name of names.filter((name) => /\.(html|xml|css|js|webmanifest|csv)$/.test(name))) {
    const here = new URL(name.replace(/(^|\/)index\.html$/, '$1'), server.base);
    for (const address of addresses(name, String(read(name)))) {
      const url = new URL(HOME && address.startsWith(HOME) ? server.base + address.slice(HOME.length) : address, here);
      if (url.origin !== here.origin) {
        if (!['http:', 'https:', 'mailto:', 'tel:', 'data:'].includes(url.protocol)) found.push(`${name}: ${address} is no link`);
        continue;
      }
      url.hash = '';
      if (!url.href.startsWith(server.base)) found.push(`${name}: ${address} leaves the site`);
      if (!asked.has(url.href)) asked.set(url.href, (await fetch(url)).status);
      if (asked.get(url.href) !== 200) found.push(`${name}: ${address} is ${asked.get(url.href)}`);
    }
  }
  server.stop();
  return { found, asked: asked.size };
}

const built = (name) => (FILES.includes(name) ? bytes(name) : undefined);

for (const path of ['/', '/un/sous-chemin/']) {
  test(`every link of the site leads somewhere under ${path}`, async () => {
    const { found, asked } = await dead(path, FILES, built);
    assert.deepEqual(found, []);
    assert.ok(asked >= FILES.filter((name) => name.endsWith('.html')).length, `${asked} addresses`);
  });
}

test('what is planted among the links is seen', async () => {
  const spoilt = (name, right, wrong) => async () => {
    const read = (asked) => (asked === name ? text(name).replace(right, wrong) : built(asked));
    assert.notEqual(text(name), read(name), `${right} stands in ${name}`);
    return (await dead('/un/sous-chemin/', FILES, read)).found;
  };
  for (const plant of [
    spoilt('index.html', 'href="offre/', 'href="/offre/'),
    spoilt('index.html', 'href="icon.svg"', 'href="icone.svg"'),
    spoilt('index.html', 'href="flux.xml"', 'href="javascript:void(0)"'),
    spoilt('offre/index.html', '"../"', '"../../../../"'),
    spoilt('flux.xml', 'href="', 'href="x'),
    spoilt('manifest.webmanifest', 'icon.svg', 'icone.svg'),
    spoilt('sw.js', 'tremplin.js', 'tremplin-0.js'),
    spoilt('offres.csv', 'offre/', 'offres/'),
  ]) {
    assert.notDeepEqual(await plant(), []);
  }
});
