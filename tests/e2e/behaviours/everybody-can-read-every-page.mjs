import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong in the page. */
async function violations(visit) {
  await visit.page.evaluate(axe);
  const { violations } = await visit.page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
  return violations.map(({ id, help, nodes }) => `${id} (${help}): ${nodes.map((node) => node.target.join(' ')).slice(0, 4).join(' | ')}`);
}

/** What axe does not ask, shadow trees included. */
const unsaid = () => {
  const trees = [document, ...[...document.querySelectorAll('*')].map((element) => element.shadowRoot).filter(Boolean)];
  const all = (selector) => trees.flatMap((tree) => [...tree.querySelectorAll(selector)]);
  const spoken = (one) => one.getAttribute('aria-label') || one.getAttribute('aria-labelledby') || one.closest('[aria-hidden="true"]');
  const told = (what, ones) => ones.map((one) => `${what}: ${one.outerHTML.slice(0, 120)}`);
  return [
    ...told('a drawing neither named nor hidden', all('svg').filter((one) => !spoken(one))),
    ...told('a picture without alt', all('img:not([alt])')),
    ...told('fields of a kind in no group', all('input[type=checkbox], input[type=radio]').filter((one) => one.closest('details, .facet') && !one.closest('fieldset, [role=group], [role=radiogroup]'))),
    ...told('a group without legend', all('fieldset').filter((one) => !one.querySelector(':scope > legend') && !spoken(one))),
    ...told('a heading of a table without scope', all('table th:not([scope])')),
    ...(document.doctype?.name === 'html' ? [] : ['no doctype']),
    ...(/^(fr|en)$/.test(document.documentElement.lang) ? [] : ['no language']),
  ];
};

/** Each kind of page, by an address. */
async function pages(visit) {
  await visit.page.goto(`${visit.base}offre/`);
  const offer = await visit.page.$eval('main a[href$="/"]', (link) => link.href);
  return ['', '?vue=calendrier', 'offre/', offer.slice(visit.base.length), 'accessibilite/', 'confidentialite/', 'integrer/configurateur/'];
}

export const chromiumAlone = 'light and dark are emulated there';

export default async function (visit) {
  const titles = new Map();
  const heads = new Set();
  for (const path of await pages(visit)) {
    for (const scheme of ['light', 'dark']) {
      await visit.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await visit.size({ width: 1280, height: 900 });
      await visit.page.goto(visit.base + path);
      if (await visit.page.$('tremplin-offres')) await visit.ready();
      assert.deepEqual(await violations(visit), [], `${path || 'the first page'}, ${scheme}`);
    }
    assert.deepEqual(await visit.page.evaluate(unsaid), [], path);
    titles.set(path.split('?')[0], await visit.page.title());
    const head = await visit.page.evaluate(() => [...document.querySelectorAll('.narrow > .top a, .narrow > .foot a')].map((link) => link.pathname).join(' '));
    if (head) heads.add(head);
    if (path.startsWith('integrer/')) continue;
    await visit.size({ width: 320, height: 740 });
    await visit.settled();
    const wide = await visit.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 320, `${path}: ${wide} pixels wide at 320`);
  }
  assert.equal(new Set(titles.values()).size, titles.size, `each page has a title of its own: ${[...titles.values()]}`);
  assert.equal(heads.size, 1, `the same ways out, in the same order, on every page: ${[...heads]}`);

  // From the first page one comes to both statements.
  await visit.page.goto(visit.base);
  for (const name of ['accessibilite/', 'confidentialite/']) {
    assert.ok(await visit.page.$(`.foot a[href="${name}"]`), name);
  }
  // What is planted is seen.
  await visit.page.evaluate(() => document.querySelector('main').insertAdjacentHTML('beforeend', '<svg></svg><fieldset></fieldset><table><tr><th>x</th></tr></table>'));
  assert.equal((await visit.page.evaluate(unsaid)).length, 3);
}
