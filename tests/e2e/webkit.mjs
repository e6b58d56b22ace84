// The built site in WebKit, by its WebDriver: `node tests/e2e/webkit.mjs <base URL>`. One journey through what browsers do
// each their own way, and the site in one file; the behaviours themselves run in Chromium and Firefox. `WEBKIT_DRIVER` names the driver, which opens
// its windows on a display that xvfb-run makes.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [base] = process.argv.slice(2);
if (!base) {
  console.error('usage: node tests/e2e/webkit.mjs <base URL>');
  process.exit(2);
}

/** Longest wait for something that must come, in milliseconds; a loaded machine is slow. */
const PATIENCE = 30_000;
const KEYS = { Enter: '\uE007', Escape: '\uE00C', ArrowDown: '\uE015', Backspace: '\uE003' };

const pause = (time) => new Promise((done) => setTimeout(done, time));
const port = await new Promise((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});
// A group of its own: the driver, its browser and the display end together.
const driver = spawn('xvfb-run', ['--auto-servernum', process.env.WEBKIT_DRIVER ?? 'WebKitWebDriver', `--port=${port}`], {
  detached: true,
  stdio: 'ignore',
  // Containers allow no sandbox inside, and have no graphics card.
  env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1', LIBGL_ALWAYS_SOFTWARE: '1' },
});
driver.on('error', (error) => {
  console.error(error);
  process.exit(1);
});

async function call(method, path, body) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${value.error} ${value.message}`);
  return value;
}

async function eventually(what, test) {
  const begun = performance.now();
  for (;;) {
    const found = await test();
    if (found) return found;
    if (performance.now() - begun > PATIENCE) throw new Error(`never came true: ${what}`);
    await pause(50);
  }
}

/** What `read(root, argument)` gives in the page, `root` being the element's shadow root. */
let session;
const see = (read, argument) =>
  call('POST', `${session}/execute/sync`, {
    script: `return (${read})(document.querySelector('tremplin-offres')?.shadowRoot, arguments[0])`,
    args: [argument ?? null],
  });
const until = (test, argument) => eventually(`${test} ${argument ?? ''}`, () => see(`(...of) => Boolean((${test})(...of))`, argument));
const go = async (address) => {
  await call('POST', `${session}/url`, { url: new URL(address, base).href });
  await eventually('the search is there', () => see(() => /pret|vide/.test(document.querySelector('tremplin-offres')?.getAttribute('etat'))));
};
const press = (keys) =>
  call('POST', `${session}/actions`, {
    actions: [{ type: 'key', id: 'keys', actions: keys.flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]) }],
  });
const type = async (words) => {
  await see((root) => {
    root.querySelector('#field').focus();
    root.querySelector('#field').select();
  });
  await press([KEYS.Backspace, ...words]);
  await until((root, words) => root.querySelector('#field').value === words, words);
};
const click = (selector) => see((root, selector) => root.querySelector(selector).click(), selector);
/** As a page goes back: the browser's own button leaves out what no hand did. */
const back = () => see(() => history.back());
const cards = () => see((root) => [...root.querySelectorAll('.card .title a')].map((link) => link.id));

async function journey() {
  await go('');
  const all = await cards();
  assert.ok(all.length > 20);
  assert.notEqual(await see((root) => getComputedStyle(root.querySelector('.card')).display), 'inline', 'the sheet is there');

  await type('concertation');
  await until((root, all) => root.querySelectorAll('.card').length < all && root.querySelector('.card mark'), all.length);
  await until(() => location.search === '?q=concertation');
  await press([KEYS.ArrowDown, KEYS.Escape, KEYS.Enter]);
  await until((root) => root.activeElement?.id === 'count');

  await go('');
  await click('.values.contrat input');
  await until((root) => root.querySelectorAll('.chip').length === 1);
  const some = await cards();
  await click('.card .title a');
  await until((root) => root.activeElement?.id === 'offer' && root.querySelector('.prose'));
  await back();
  await until((root, id) => !root.querySelector('.offer') && root.activeElement?.id === id, some[0]);
  await back();
  await until((root) => root.querySelectorAll('.chip').length === 0);

  await click('.card .star');
  await until(() => localStorage.getItem('tremplin:favoris'));
  await go('?favoris=1');
  assert.deepEqual(await cards(), [all[0]], 'what is kept is there after a reload');

  await go('?vue=carte');
  await until((root) => root.querySelectorAll('.map path').length > 90);
  await go('?contrat=stage&langue=en');
  await until((root) => /offers/.test(root.querySelector('#count').textContent));

  await call('POST', `${session}/window/rect`, { width: 420, height: 800 });
  await go('');
  await until((root) => getComputedStyle(root.querySelector('div.filters')).display === 'none');
  await click('#unfold');
  await until((root) => root.querySelector('dialog:modal'));
  await press([KEYS.Escape]);
  await until((root) => !root.querySelector('dialog') && root.activeElement?.id === 'unfold');
  const wide = await see(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(wide, 0, 'nothing scrolls sideways');
}

/** The site in one file, opened as by a double click. */
async function oneFile() {
  const folder = await mkdtemp(join(tmpdir(), 'tremplin '));
  try {
    const file = join(folder, 'mes offres.html');
    const answer = await fetch(`${base}tremplin.html`);
    assert.ok(answer.ok);
    await writeFile(file, await answer.text());
    await go(pathToFileURL(file).href);
    const all = await cards();
    assert.ok(all.length > 20);
    await type('rennes');
    await until((root, all) => root.querySelectorAll('.card').length < all && root.querySelector('.card mark'), all.length);
    await click('.card .title a');
    await until((root) => root.activeElement?.id === 'offer' && root.querySelector('.prose')?.textContent.length > 200);
    assert.equal(await see(() => location.protocol), 'file:');
  } finally {
    await rm(folder, { recursive: true });
  }
}

let failed = false;
try {
  await eventually('the driver answers', () => call('GET', '/status').catch(() => false));
  const { sessionId, capabilities } = await call('POST', '/session', { capabilities: { alwaysMatch: {} } });
  session = `/session/${sessionId}`;
  await journey();
  console.log(`ok    the journey holds in WebKit ${capabilities.browserVersion}`);
  await oneFile();
  console.log('ok    one file holds the site');
  await call('DELETE', session);
} catch (error) {
  failed = true;
  console.log(`FAIL  the journey in WebKit\n${error.stack}`);
}
process.kill(-driver.pid, 'SIGTERM');
process.exit(failed ? 1 : 0);
