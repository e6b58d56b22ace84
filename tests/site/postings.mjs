// The `JobPosting` of each offer's page: the properties that Google requires and recommends, each of its form, and every
// value readable on the page, too.

import assert from 'node:assert/strict';
import test from 'node:test';
import { FILES, attribute, page, plain, text, words } from './site.mjs';

const MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const DAY = /^\d{4}-\d\d-\d\d$/;
const KINDS = { INTERN: /stage/i, VOLUNTEER: /service civique|volontariat/i, OTHER: /alternance/i, TEMPORARY: /CDD/i, FULL_TIME: /CDI/i };
const STUDIES = { 'associate degree': /bac\s?\+\s?2/i, 'bachelor degree': /bac\s?\+\s?3|licence/i, 'postgraduate degree': /bac\s?\+\s?[4-8]|master|M[12]/i };

/** « 2023-03-15 » as the page writes it: « 15 mars 2023 », « 15 mars – 1er avril 2023 », « de mars à avril 2023 » without a day. */
function said(date) {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  return new RegExp(`${day ? `\\b${day === 1 ? '1er' : day} ` : ''}${MONTHS[month - 1]}( (–|à|au) [^.]{1,20})? ${year}`, 'i');
}

/** A number as the page writes it, alone: « 1 300 », « 4,05 ». */
const money = (value) => new RegExp(`(?<!\\d ?)${String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ' ?').replace('.', ',')}(?![\\d,]| \\d{3})`);

/** What each property must be, and how it stands among the words of a page. */
const PROPERTIES = {
  title: (value, on) => on(value),
  description: (value, on) => value.length > 40 && /<p>|<li>/.test(value) && on(plain(words(page(value).elements.find(({ tagName }) => tagName === 'body')))),
  datePosted: (value, on) => DAY.test(value) && on(said(value)),
  validThrough: (value, on) => DAY.test(value.slice(0, 10)) && !Number.isNaN(Date.parse(value)) && on(said(value)),
  hiringOrganization: (value, on) => value['@type'] === 'Organization' && on(value.name),
  jobLocation: (value, on) => value.length > 0 && value.every((place) => isPlace(place, on)),
  jobLocationType: (value, on) => value === 'TELECOMMUTE' && on(/télétravail|distance/i),
  // Whom it is open to: the country of the offer, or that of the site's language.
  applicantLocationRequirements: (value) => value['@type'] === 'Country' && value.name.length > 0,
  employmentType: (value, on) => value in KINDS && on(KINDS[value]),
  baseSalary: (value, on) => isPay(value, on),
  jobStartDate: (value, on) => /^\d{4}-\d\d(-\d\d)?$/.test(value) && on(said(value)),
  workHours: (value, on) => /^[\d,]+( à [\d,]+)? h par semaine$/.test(value) && value.match(/[\d,]+/g).every((hours) => on(money(hours))),
  identifier: (value, on) => value['@type'] === 'PropertyValue' && on(value.value) && (!value.name || on(value.name)),
  educationRequirements: (value, on) => value['@type'] === 'EducationalOccupationalCredential' && on(STUDIES[value.credentialCategory]),
  url: (value) => /^https?:/.test(value),
};

function isPlace(place, on) {
  const { address, geo } = place;
  // A postal code is told by its département, a point on the map by its commune.
  const code = !address.postalCode || on(address.postalCode) || on(`(${address.postalCode.slice(0, 2)})`) || on(`(${address.postalCode.slice(0, 3)})`) || address.addressCountry !== 'FR';
  const country = address.addressCountry === 'FR' ? Boolean(address.addressRegion) || on('France') : on(address.addressCountry);
  const named = [address.addressLocality, address.addressRegion].filter(Boolean).every((name) => on(name));
  const point = !geo || (Math.abs(geo.latitude) <= 90 && Math.abs(geo.longitude) <= 180);
  return place['@type'] === 'Place' && address['@type'] === 'PostalAddress' && Boolean(address.addressCountry) && code && country && named && point;
}

function isPay({ '@type': type, currency, value }, on) {
  const amounts = [value.value, value.minValue, value.maxValue].filter((amount) => amount !== undefined);
  const unit = { HOUR: /heure|\/ ?h/i, MONTH: /mois/i, YEAR: /an\b|année/i }[value.unitText];
  return type === 'MonetaryAmount' && /^[A-Z]{3}$/.test(currency) && value['@type'] === 'QuantitativeValue' && on(unit) && amounts.length > 0 && amounts.every((amount) => on(money(amount)));
}

/** What is wrong with the posting of a page; what Google requires and the text does not say is no fault, but counted. */
export function faults(html) {
  const { elements } = page(html);
  const scripts = elements.filter((element) => attribute(element, 'type') === 'application/ld+json');
  if (scripts.length !== 1) return [`${scripts.length} postings`];
  const { '@context': context, '@type': type, ...posting } = JSON.parse(scripts[0].childNodes[0].value);
  const content = plain(words(elements.find(({ tagName }) => tagName === 'main')));
  const squeezed = content.replaceAll(' ', '').toLowerCase();
  const on = (wanted) => {
    if (wanted instanceof RegExp) return wanted.test(content);
    return typeof wanted === 'string' && squeezed.includes(plain(wanted).replaceAll(' ', '').toLowerCase());
  };
  const found = [];
  if (context !== 'https://schema.org' || type !== 'JobPosting') found.push('no JobPosting of schema.org');
  for (const [name, value] of Object.entries(posting)) {
    let holds = false;
    try {
      holds = PROPERTIES[name]?.(value, on);
    } catch {
      // Of another form.
    }
    if (!holds) found.push(`${name}: ${JSON.stringify(value).slice(0, 200)}`);
  }
  for (const name of ['title', 'description']) if (!posting[name]) found.push(`no ${name}`);
  if (posting.jobLocationType && !posting.applicantLocationRequirements && !posting.jobLocation) found.push('from home, and from where nobody knows');
  return found;
}

const pages = FILES.filter((path) => /^offre\/[^/]+\/index\.html$/.test(path));

test('every offer’s page has a posting whose values stand on it', () => {
  assert.ok(pages.length > 0);
  for (const path of pages) assert.deepEqual(faults(text(path)), [], path);
});

test('no other page has one', () => {
  for (const path of FILES.filter((path) => path.endsWith('.html') && !pages.includes(path))) {
    assert.ok(!text(path).includes('JobPosting'), path);
  }
});

test('what the dataset has of the properties that Google requires and recommends is there', () => {
  const { offers } = JSON.parse(text('offres.json'));
  for (const offer of offers) {
    const [, json] = text(`offre/${offer.id}/index.html`).match(/application\/ld\+json">(.*?)<\/script>/s);
    const posting = JSON.parse(json);
    for (const [field, property] of [
      ['published', 'datePosted'],
      ['deadline', 'validThrough'],
      ['organisation', 'hiringOrganization'],
      ['pay', 'baseSalary'],
      ['reference', 'identifier'],
      ['hours_per_week', 'workHours'],
      ['study_level', 'educationRequirements'],
    ]) {
      assert.equal(property in posting, field in offer, `${offer.id}: ${property}`);
    }
    // From home, and in a country that is told: the one property asks for the other.
    const fromHome = offer.remote === 'full' && offer.places?.[0]?.country !== undefined;
    for (const property of ['jobLocationType', 'applicantLocationRequirements']) {
      assert.equal(property in posting, fromHome, `${offer.id}: ${property}`);
    }
    assert.ok(offer.places === undefined || 'jobLocation' in posting, offer.id);
  }
});

const POSTING = {
  '@context': 'https://schema.org',
  '@type': 'JobPosting',
  title: 'Taille',
  description: '<div><p>Tailler les arbres du verger, et les greffer.</p></div>',
  validThrough: '2026-03-01T23:59:59',
  hiringOrganization: { '@type': 'Organization', name: 'Le Verger' },
  jobLocation: [{ '@type': 'Place', address: { '@type': 'PostalAddress', addressCountry: 'FR', addressRegion: 'Bretagne', addressLocality: 'Dol' } }],
  employmentType: 'INTERN',
  baseSalary: { '@type': 'MonetaryAmount', currency: 'EUR', value: { '@type': 'QuantitativeValue', unitText: 'MONTH', value: 1300.0 } },
};
const made = (posting) =>
  `<main>Stage Taille Le Verger, Dol, Bretagne, jusqu’au 1er mars 2026, 1 300 € par mois. <p>Tailler les arbres du verger, et les greffer.</p></main><script type="application/ld+json">${JSON.stringify(posting)}</script>`;

test('what is planted in a posting is seen', () => {
  assert.deepEqual(faults(made(POSTING)), []);
  for (const change of [
    { '@type': 'Job' },
    { title: 'Récolte' },
    { description: 'x' },
    { validThrough: '2026-03-02T23:59:59' },
    { datePosted: '2026-01-01' },
    { hiringOrganization: { '@type': 'Organization', name: 'Un autre' } },
    { jobLocation: [] },
    { jobLocation: [{ '@type': 'Place', address: { '@type': 'PostalAddress', addressLocality: 'Dol' } }] },
    { employmentType: 'VOLUNTEER' },
    { baseSalary: { ...POSTING.baseSalary, currency: '€' } },
    { baseSalary: { ...POSTING.baseSalary, value: { ...POSTING.baseSalary.value, value: 300 } } },
    { directApply: true },
  ]) {
    assert.notDeepEqual(faults(made({ ...POSTING, ...change })), [], JSON.stringify(change));
  }
  assert.notDeepEqual(faults(made(POSTING) + made(POSTING)), []);
});
