// The built site as files, and its pages as others read them. `DIST` names its folder, else `dist/`.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'parse5';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const DIST = process.env.DIST ?? join(ROOT, 'dist');

/** The paths of the site's files, with `/` on every system. */
export const FILES = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(DIST, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
  .sort();

export const bytes = (path) => readFileSync(join(DIST, path));
export const text = (path) => readFileSync(join(DIST, path), 'utf8');

/** The elements of a page, in order, and what is wrong with how it is written. */
export function page(html) {
  const faults = [];
  const tree = parse(html, { onParseError: ({ code, startLine }) => faults.push(`${code}, line ${startLine}`) });
  const elements = [];
  const walk = (node) => {
    if (node.tagName) elements.push(node);
    (node.content?.childNodes ?? node.childNodes ?? []).forEach(walk);
  };
  walk(tree);
  return { elements, faults };
}

export const attribute = (element, name) => element.attrs.find((one) => one.name === name)?.value;

/** The words of an element, without those of its scripts. */
export function words(node) {
  if (node.nodeName === '#text') return node.value;
  if (['script', 'style'].includes(node.tagName)) return '';
  const between = ['a', 'b', 'em', 'i', 'mark', 'small', 'span', 'strong'].includes(node.tagName) ? '' : ' ';
  return between + (node.childNodes ?? []).map(words).join('') + between;
}

/** Words as they are compared: no-break spaces are spaces, runs of them one. */
export const plain = (words) => words.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
