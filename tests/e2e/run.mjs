// The built site, end to end in Chromium: `node tests/e2e/run.mjs <base URL> [part of a behaviour's name]`; with
// `FIREFOX=<path>`, in Firefox.
// One file per behaviour, named as a sentence. Each runs in a profile of its own, and fails on any complaint in the
// console and any request that fails, besides its own assertions; `chromiumAlone` tells why one runs in Chromium alone.

import { readdir } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';
import { Visit } from './visit.mjs';

const [base, wanted = ''] = process.argv.slice(2);
if (!base) {
  console.error('usage: node tests/e2e/run.mjs <base URL> [part of a name]');
  process.exit(2);
}

const folder = new URL('./behaviours/', import.meta.url);
const files = (await readdir(folder)).filter((file) => file.endsWith('.mjs') && file.includes(wanted)).sort();
if (files.length === 0) {
  console.error(`no behaviour named like « ${wanted} »`);
  process.exit(2);
}

const CHROMIUM = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--headless',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
const FIREFOX = { browser: 'firefox', executablePath: process.env.FIREFOX, headless: true };
const browser = await puppeteer.launch(process.env.FIREFOX ? FIREFOX : CHROMIUM);

let failures = 0;
let left = 0;
for (const file of files) {
  const sentence = file.replace('.mjs', '').replaceAll('-', ' ');
  const { default: behaviour, chromiumAlone } = await import(new URL(file, folder));
  if (process.env.FIREFOX && chromiumAlone) {
    console.log(`left  ${sentence}: ${chromiumAlone}`);
    left += 1;
    continue;
  }
  const visit = await Visit.start(browser, base);
  const begun = performance.now();
  try {
    await behaviour(visit);
    visit.expectNoComplaint();
    console.log(`ok    ${sentence} (${Math.round(performance.now() - begun)} ms)`);
  } catch (error) {
    failures += 1;
    console.log(`FAIL  ${sentence}\n${error.stack}`);
    for (const complaint of visit.complaints) console.log(`      ${complaint}`);
  }
  await visit.end();
}
await browser.close();
const tried = files.length - left;
console.log(`${tried - failures} of ${tried} behaviours hold`);
process.exit(failures === 0 ? 0 : 1);
