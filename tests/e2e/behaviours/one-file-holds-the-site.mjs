import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export default async function (visit) {
  const folder = await mkdtemp(join(tmpdir(), 'tremplin '));
  const file = join(folder, 'mes offres.html');
  const answer = await fetch(`${visit.base}tremplin.html`);
  assert.ok(answer.ok);
  await writeFile(file, await answer.text());
  const asked = [];
  visit.page.on('request', (request) => asked.push(request.url()));

  await visit.page.goto(pathToFileURL(file).href);
  await visit.ready();
  await visit.type('rennes');
  const [title] = await visit.titles();
  await visit.see((root) => root.querySelector('.card .title a').click());
  await visit.focusIs('offer');
  assert.equal(await visit.opened(), title);
  await visit.until((root) => root.querySelector('.prose')?.textContent.length > 200);

  await visit.page.reload();
  await visit.ready();
  await visit.until((root, title) => root.querySelector('#offer')?.textContent === title, title);
  const elsewhere = asked.filter((url) => !/^(file|data|blob):/.test(url));
  assert.deepEqual(elsewhere, [], 'nothing is asked of anybody');
  await rm(folder, { recursive: true });
}
