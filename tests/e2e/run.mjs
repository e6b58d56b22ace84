// The built site, end to end in Chromium: `node tests/e2e/run.mjs <base URL> [part of a behaviour's name]`.
// One file per behaviour, named as a sentence. Each runs in a profile of its own, and fails on any complaint in the
// console and any request that fails, besides its own assertions.

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

const browser = await puppeteer.launch({
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
});

let failures = 0;
for (const file of files) {
  const sentence = file.replace('.mjs', '').replaceAll('-', ' ');
  const { default: behaviour } = await import(new URL(file, folder));
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
console.log(`${files.length - failures} of ${files.length} behaviours hold`);
process.exit(failures === 0 ? 0 : 1);
