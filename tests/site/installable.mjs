// What makes the site installable: its manifest, of the form that browsers ask for, and pictures of the sizes it tells.

import assert from 'node:assert/strict';
import test from 'node:test';
import { FILES, attribute, bytes, page, text } from './site.mjs';

/** The size that a PNG says it has. */
function size(png) {
  assert.equal(png.subarray(0, 8).toString('hex'), '89504e470d0a1a0a', 'no PNG');
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
}

/** What keeps a browser from installing the site. */
export function faults(json, has = (path) => FILES.includes(path), png = bytes) {
  const found = [];
  const expect = (holds, told) => holds || found.push(told);
  const manifest = JSON.parse(json);
  const at = 'https://host.example/un/sous-chemin/manifest.webmanifest';
  const [start, scope] = [manifest.start_url, manifest.scope].map((address) => new URL(address ?? 'nowhere:', at).href);
  expect(manifest.name?.trim(), 'no name');
  expect(manifest.short_name?.trim(), 'no short name');
  expect(['standalone', 'fullscreen', 'minimal-ui'].includes(manifest.display), 'display');
  expect(start.startsWith(scope) && scope.startsWith('https://host.example/un/sous-chemin/'), 'it starts outside its scope');
  expect(/^(fr|en)$/.test(manifest.lang), 'lang');
  for (const name of ['theme_color', 'background_color']) expect(/^#[0-9a-f]{6}$/i.test(manifest[name]), name);
  const icons = manifest.icons ?? [];
  for (const { src, sizes, type } of icons) {
    expect(has(src), `${src} is not there`);
    if (type === 'image/png' && has(src)) expect(size(png(src)) === sizes, `${src} is not ${sizes}`);
  }
  for (const [purpose, wanted] of [['any', '192x192'], ['any', '512x512'], ['maskable', '512x512']]) {
    expect(icons.some(({ purpose: one = 'any', sizes }) => one.split(' ').includes(purpose) && sizes === wanted), `no ${purpose} icon of ${wanted}`);
  }
  return found;
}

test('the manifest is whole, and its pictures are of the sizes it tells', () => {
  assert.deepEqual(faults(text('manifest.webmanifest')), []);
});

test('the first page names it', () => {
  const { elements } = page(text('index.html'));
  assert.ok(elements.some((element) => attribute(element, 'rel') === 'manifest' && attribute(element, 'href') === 'manifest.webmanifest'));
});

test('what is planted in a manifest is seen', () => {
  const sound = JSON.parse(text('manifest.webmanifest'));
  for (const change of [{ name: ' ' }, { display: 'browser' }, { start_url: '/' }, { scope: 'offre/' }, { theme_color: 'blanc' }, { lang: '' }, { icons: [] }, { icons: sound.icons.map((icon) => ({ ...icon, sizes: '513x513' })) }, { icons: sound.icons.map((icon) => ({ ...icon, src: 'x.png' })) }]) {
    assert.notDeepEqual(faults(JSON.stringify({ ...sound, ...change })), [], JSON.stringify(change));
  }
});

test('every page is written as HTML is', () => {
  for (const path of FILES.filter((path) => path.endsWith('.html'))) {
    assert.deepEqual(page(text(path)).faults, [], path);
  }
  assert.notDeepEqual(page('<!doctype html><p id=a id=b>&#0;').faults, []);
});
