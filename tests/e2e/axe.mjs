// What axe finds wrong in a page.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What is wrong in the page, shadow trees included. */
export async function violations(visit) {
  await visit.page.evaluate(axe);
  // What no screen shows yet is not laid out, and axe looks at where things are.
  await visit.page.evaluate(() => {
    const all = new CSSStyleSheet();
    all.replaceSync('* { content-visibility: visible !important }');
    for (const root of [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])]) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, all];
    }
  });
  const { violations } = await visit.page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
  return violations.map(({ id, help, nodes }) => `${id} (${help}): ${nodes.map((node) => node.target.join(' ')).slice(0, 4).join(' | ')}`);
}
