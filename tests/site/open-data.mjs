// Open data, by a validator of JSON Schema and a reader of CSV that are not ours.

import assert from 'node:assert/strict';
import test from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import Papa from 'papaparse';
import { FILES, text } from './site.mjs';

const ajv = addFormats(new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }));
const valid = ajv.compile(JSON.parse(text('offres.schema.json')));
const offers = () => JSON.parse(text('offres.json'));

test('offres.json is what its schema says', () => {
  assert.ok(valid(offers()), ajv.errorsText(valid.errors));
});

test('the schema sees what is wrong', () => {
  for (const spoil of [
    (data) => (data.version = 2),
    (data) => delete data.offers[0].text,
    (data) => (data.offers[0].id = 'Une Offre'),
    (data) => (data.offers[0].contract = 'satge'),
    (data) => (data.offers[0].deadline = '2026-02-30'),
    (data) => (data.offers[0].places = 'Rennes'),
  ]) {
    const data = offers();
    spoil(data);
    assert.equal(valid(data), false, String(spoil));
  }
});

test('offres.csv has a row for each offer, with the same values', () => {
  const { data, errors, meta } = Papa.parse(text('offres.csv').replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true });
  assert.deepEqual(errors, []);
  assert.equal(new Set(meta.fields).size, meta.fields.length, 'each column has a name of its own');
  const { offers: all } = offers();
  assert.equal(data.length, all.length);
  for (const [place, offer] of all.entries()) {
    const row = data[place];
    assert.equal(row.id, offer.id);
    assert.ok(row.page.endsWith(`offre/${offer.id}/`), row.page);
    assert.ok(FILES.includes(`offre/${offer.id}/index.html`), 'it has a page');
    for (const name of ['title', 'organisation', 'contract', 'deadline', 'reference', 'published']) {
      assert.equal(row[name].replace(/^'/, ''), offer[name] ?? '', `${offer.id}: ${name}`);
    }
    for (const value of Object.values(row)) assert.doesNotMatch(value, /^[=+\-@\t\r]/, 'no cell is a formula');
  }
});
