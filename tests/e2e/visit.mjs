// One visit to the site: a page of its own, what a visitor does there, and what they see.

import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

/** Longest wait for something that must come, in milliseconds; a loaded machine is slow. */
const PATIENCE = 20_000;

export class Visit {
  /** What the console and the network complained about. */
  complaints = [];
  /** Other people's pages that were made up: see host.mjs. */
  hosts = [];

  static async start(browser, base) {
    const visit = new Visit();
    visit.base = base.endsWith('/') ? base : `${base}/`;
    visit.context = await browser.createBrowserContext();
    const page = (visit.page = await visit.context.newPage());
    page.setDefaultTimeout(PATIENCE);
    page.on('console', (message) => {
      if (['error', 'warn', 'warning'].includes(message.type())) visit.complaints.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => visit.complaints.push(`page: ${error.message}`));
    page.on('requestfailed', (request) => visit.complaints.push(`request: ${request.url()} ${request.failure()?.errorText}`));
    page.on('response', (answer) => {
      if (answer.status() >= 400) visit.complaints.push(`request: ${answer.url()} ${answer.status()}`);
    });
    await visit.size(DESK);
    return visit;
  }

  async end() {
    this.hosts.forEach((host) => host.stop());
    await this.context.close();
  }

  expectNoComplaint() {
    assert.deepEqual(this.complaints, []);
  }

  async asPhone() {
    await this.size(PHONE);
  }

  async size(viewport) {
    try {
      await this.page.setViewport(viewport);
    } catch (error) {
      // Older Firefoxes take the size and refuse what comes with it.
      if (!/setScreenOrientationOverride|UnsupportedOperation|not supported/i.test(`${error}`)) throw error;
    }
  }

  /** Makes the pages opened from now on believe that it is this day, YYYY-MM-DD. */
  async on(day) {
    await this.page.evaluateOnNewDocument((day) => {
      const Real = (globalThis.RealDate ??= Date);
      globalThis.Date = class extends Real {
        constructor(...parts) {
          if (parts.length > 0) super(...parts);
          else super(`${day}T12:00:00`);
        }
      };
    }, day);
  }

  /** The text of the file that the browser downloads when `act` is done. */
  async downloads(act) {
    const folder = await mkdtemp(join(tmpdir(), 'tremplin-'));
    const session = await this.page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: folder,
      eventsEnabled: true,
      browserContextId: this.context.id,
    });
    const ended = new Promise((done) => session.on('Browser.downloadProgress', ({ state }) => state === 'completed' && done()));
    await act();
    await ended;
    const [name] = await readdir(folder);
    const text = await readFile(join(folder, name), 'utf8');
    await rm(folder, { recursive: true });
    return text;
  }

  /** Opens the site at an address such as `?q=stage`, and waits until the search is there. */
  async open(address = '') {
    await this.page.goto(this.base + address);
    await this.ready();
  }

  /** Waits until results are there, and what comes after them too unless the `first` are enough. */
  async ready({ first = false } = {}) {
    await this.page.waitForSelector('tremplin-offres[etat="pret"], tremplin-offres[etat="vide"]');
    if (first) return;
    // The site in one file holds it.
    const come = () => document.querySelector('script[id^="late-"]') || performance.getEntriesByType('resource').some(({ name }) => /late-[^/]*\.wasm$/.test(name));
    await this.eventually(`Boolean((${come})())`);
    await this.settled();
    await this.until((root) => !root.querySelector('.waiting'));
  }

  /** Waits until `test(root, argument)` is true in the page, `root` being the element's shadow root. */
  async until(test, argument) {
    const begun = performance.now();
    while (!(await this.see(test, argument))) {
      if (performance.now() - begun > PATIENCE) throw new Error(`never came true: ${test} ${argument ?? ''}`);
      await new Promise((done) => setTimeout(done, 20));
    }
  }

  /** Waits until `test(argument)` is true in the page. */
  async eventually(test, argument) {
    const begun = performance.now();
    while (!(await this.page.evaluate(test, argument))) {
      if (performance.now() - begun > PATIENCE) throw new Error(`never came true: ${test} ${argument ?? ''}`);
      await new Promise((done) => setTimeout(done, 20));
    }
  }

  /** Goes back, or forward, as the browser's buttons do. */
  async travel(steps) {
    await this.page.evaluate((steps) => history.go(steps), steps);
    await this.settled();
  }

  /** What `read(root, argument)` gives in the page; nothing is in `root` until the element shows its answer. */
  async see(read, argument) {
    // An element stays in the page: that it is there comes back.
    const plain = '((value) => (value instanceof Node ? true : value))';
    const code = `${plain}((${read})(document.querySelector('tremplin-offres')?.shadowRoot ?? new DocumentFragment(), ${JSON.stringify(argument) ?? 'undefined'}))`;
    return this.page.evaluate(code);
  }

  /** The titles of the rows, from the top. */
  titles() {
    return this.see((root) => [...root.querySelectorAll('.card .title')].map((title) => title.textContent));
  }

  /** The id of each row's link, from the top. */
  cards() {
    return this.see((root) => [...root.querySelectorAll('.card .title a')].map((link) => link.id));
  }

  count() {
    return this.see((root) => root.querySelector('#count').textContent.replaceAll('\u00a0', ' '));
  }

  /** The id of what has the keyboard, or its tag. */
  focused() {
    return this.see((root) => root.activeElement?.id || root.activeElement?.localName || document.activeElement.localName);
  }

  async focusIs(id) {
    await this.until((root, id) => root.activeElement?.id === id, id);
  }

  /** Takes what was complained about, of which something must be like `pattern`. */
  complained(pattern) {
    const complaints = this.complaints.splice(0);
    assert.ok(complaints.some((complaint) => pattern.test(complaint)), `${pattern} is not among: ${complaints.join('\n')}`);
  }

  /** Replaces the words by `words`, key by key. */
  async type(words) {
    await this.see((root) => {
      root.querySelector('#field').focus();
      root.querySelector('#field').select();
    });
    await this.page.keyboard.press('Backspace');
    await this.page.keyboard.type(words);
    await this.until((root, words) => root.querySelector('#field').value === words, words);
    await this.settled();
  }

  /** Puts away the suggestions, which come a moment after the words and cover what stands below. */
  async fold() {
    await new Promise((done) => setTimeout(done, 150));
    const open = await this.see((root) => root.querySelector('#field').getAttribute('aria-expanded') === 'true');
    if (open) await this.page.keyboard.press('Escape');
    await this.settled();
  }

  /** Waits for the next drawing. */
  settled() {
    return this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
  }

  /** Clicks the label of a facet's value. */
  async choose(facet, label) {
    const handle = await this.page.evaluateHandle(
      (facet, label) => {
        const root = document.querySelector('tremplin-offres').shadowRoot;
        return [...root.querySelectorAll(`.values.${facet} label`)].find((one) => one.querySelector('.name')?.textContent === label);
      },
      facet,
      label,
    );
    await handle.asElement().click();
    await this.settled();
  }

  async click(selector) {
    await (await this.steady(selector)).click();
    await this.settled();
  }

  /** The first such element, in sight and at rest: rows take their height when they are first scrolled to. */
  async steady(selector) {
    const find = (selector) => document.querySelector('tremplin-offres').shadowRoot.querySelector(selector);
    const element = (await this.page.evaluateHandle(find, selector)).asElement();
    assert.ok(element, `${selector} is not there`);
    await element.evaluate(async (element) => {
      for (let before, top; (top = element.getBoundingClientRect().top) !== before; before = top) {
        element.scrollIntoView({ block: 'nearest' });
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      }
    });
    return element;
  }

  chips() {
    return this.see((root) => [...root.querySelectorAll('.chip')].map((chip) => chip.textContent));
  }

  /** The heading of the open offer, or nothing. */
  opened() {
    return this.see((root) => root.querySelector('#offer')?.textContent);
  }

  search() {
    return this.page.evaluate(() => location.search);
  }
}
