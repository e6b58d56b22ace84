// Atom feeds and the site map, by a reader of XML that is not ours, against RFC 4287 and sitemaps.org.

import assert from 'node:assert/strict';
import test from 'node:test';
import { parseXml } from '@rgrove/parse-xml';
import { FILES, text } from './site.mjs';

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const inside = (element, name) => element.children.filter((child) => child.type === 'element' && (!name || child.name === name));

/** What of a feed RFC 4287 forbids, or asks for and does not find. */
export function faults(xml) {
  const found = [];
  const expect = (holds, told) => holds || found.push(told);
  let feed;
  try {
    feed = parseXml(xml).root;
  } catch (error) {
    return [error.message.split('\n')[0]];
  }
  expect(feed.name === 'feed' && feed.attributes.xmlns === 'http://www.w3.org/2005/Atom', 'no feed of Atom');
  const common = (element) => {
    const where = `${element.name} ${inside(element, 'title')[0]?.text ?? ''}`;
    for (const name of ['id', 'title', 'updated']) {
      expect(inside(element, name).length === 1, `${where}: one ${name} is wanted`);
    }
    expect(URL.canParse(inside(element, 'id')[0]?.text ?? ''), `${where}: its id is no IRI`);
    for (const name of ['updated', 'published']) {
      for (const date of inside(element, name)) {
        expect(RFC3339.test(date.text) && !Number.isNaN(Date.parse(date.text)), `${where}: ${name} is no date`);
      }
    }
    for (const author of inside(element, 'author')) {
      expect(inside(author, 'name').length === 1 && inside(author, 'name')[0].text.trim(), `${where}: an author without a name`);
    }
    const links = inside(element, 'link').map(({ attributes }) => attributes);
    expect(links.every((link) => link.href), `${where}: a link without href`);
    expect(links.some((link) => (link.rel ?? 'alternate') === 'alternate'), `${where}: no alternate link`);
    const kinds = links.map((link) => `${link.rel} ${link.type} ${link.hreflang}`);
    expect(new Set(kinds).size === kinds.length, `${where}: two links of a kind`);
    for (const category of inside(element, 'category')) expect(category.attributes.term, `${where}: a category without term`);
  };
  common(feed);
  expect(inside(feed, 'link').some(({ attributes }) => attributes.rel === 'self'), 'no link to itself');
  const entries = inside(feed, 'entry');
  const ids = entries.map((entry) => inside(entry, 'id')[0]?.text);
  expect(new Set(ids).size === ids.length, 'two entries have one id');
  for (const entry of entries) {
    common(entry);
    expect(inside(entry, 'author').length + inside(feed, 'author').length > 0, 'an entry by nobody');
    for (const content of [...inside(entry, 'content'), ...inside(entry, 'summary')]) {
      expect(['text', 'html', undefined].includes(content.attributes.type), `content of type ${content.attributes.type}`);
      expect(inside(content).length === 0, 'content of text or HTML holds elements');
    }
  }
  const newest = entries.map((entry) => inside(entry, 'updated')[0]?.text).sort().at(-1);
  expect(!newest || newest <= inside(feed, 'updated')[0]?.text, 'an entry is newer than its feed');
  return found;
}

const feeds = FILES.filter((path) => path === 'flux.xml' || path.startsWith('flux/'));

test('every feed is one of Atom', () => {
  assert.ok(feeds.length > 1);
  for (const path of feeds) assert.deepEqual(faults(text(path)), [], path);
});

test('the open offers of the site are those of its feed', () => {
  const open = JSON.parse(text('offres.json')).offers.filter(({ id }) => new RegExp(`^"?open"?,.*offre/${id}/`, 'm').test(text('offres.csv')));
  assert.equal(inside(parseXml(text('flux.xml')).root, 'entry').length, open.length);
});

const FEED = `<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:a:b</id><title>t</title><updated>2026-01-01T00:00:00Z</updated><author><name>n</name></author>
<link rel="self" href="a"/><link href="b"/><entry><id>urn:a:c</id><title>t</title><updated>2026-01-01T00:00:00Z</updated><link href="c"/></entry></feed>`;

test('what is planted in a feed is seen', () => {
  assert.deepEqual(faults(FEED), []);
  for (const [right, wrong] of [
    ['</feed>', ''],
    ['<title>t</title>', '<title>R&D</title>'],
    ['<id>urn:a:b</id>', ''],
    ['urn:a:c', 'c'],
    ['<link href="c"/>', ''],
    ['<link rel="self" href="a"/>', ''],
    ['<name>n</name>', ''],
    ['2026-01-01T00:00:00Z</updated><author>', '2026-01-01</updated><author>'],
    ['2026-01-01T00:00:00Z</updated><link href="c"/>', '2026-01-02T00:00:00Z</updated><link href="c"/>'],
    ['http://www.w3.org/2005/Atom', 'http://purl.org/atom/ns#'],
  ]) {
    assert.notEqual(FEED.replace(right, wrong), FEED, right);
    assert.notDeepEqual(faults(FEED.replace(right, wrong)), [], wrong || right);
  }
});

/** What of a site map sitemaps.org forbids. */
export function mapFaults(xml) {
  try {
    const { root } = parseXml(xml);
    const urls = inside(root, 'url');
    const sound = (url) => {
      const [location, ...more] = inside(url, 'loc');
      const day = inside(url, 'lastmod')[0]?.text ?? '2026-01-01';
      return location && more.length === 0 && /^https?:/.test(location.text) && /^\d{4}-\d\d-\d\d$/.test(day);
    };
    const named = root.name === 'urlset' && root.attributes.xmlns === 'http://www.sitemaps.org/schemas/sitemap/0.9';
    const once = new Set(urls.map((url) => inside(url, 'loc')[0]?.text)).size === urls.length;
    return named && once && urls.length > 0 && urls.every(sound) ? [] : ['no map of a site'];
  } catch (error) {
    return [error.message.split('\n')[0]];
  }
}

test('the site map is one, where the address is known', () => {
  if (FILES.includes('sitemap.xml')) assert.deepEqual(mapFaults(text('sitemap.xml')), []);
  const map = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://x.example/</loc><lastmod>2026-01-01</lastmod></url></urlset>';
  assert.deepEqual(mapFaults(map), []);
  for (const [right, wrong] of [['https://x.example/', 'offre/'], ['2026-01-01', '1er mars'], ['</urlset>', ''], ['/0.9', '/0.8']]) {
    assert.notDeepEqual(mapFaults(map.replace(right, wrong)), [], wrong);
  }
});
