// What axe finds wrong in a page.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What is wrong in the page, shadow trees included. */
export async function violations(visit) {
  await visit.page.evaluate(axe);
  const { violations } = await visit.page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
  return violations.map(({ id, help, nodes }) => `${id} (${help}): ${nodes.map((node) => node.target.join(' ')).slice(0, 4).join(' | ')}`);
}
