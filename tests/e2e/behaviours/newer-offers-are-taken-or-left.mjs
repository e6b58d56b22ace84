import assert from 'node:assert/strict';
import { Host } from '../host.mjs';

const offer = (id, more = {}) => ({ id, file: 'a.txt', start_line: 1, end_line: 3, heading: `Titre ${id}`, text: `Titre ${id}\nDu texte.`, ...more });
const dataset = (...offers) => JSON.stringify({ version: 1, offers });
const json = (body) => ({ headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*' }, body });

export default async function (visit) {
  const host = await Host.start(visit);
  await visit.page.evaluateOnNewDocument(() => {
    window.heard = [];
    for (const name of ['pret', 'erreur']) addEventListener(`tremplin:${name}`, ({ detail }) => window.heard.push(detail.code ?? detail.total));
  });
  const open = async (address, path) => {
    await host.open(`${host.script}<tremplin-offres donnees="${address}" etat-url="aucun"><p>Repli</p></tremplin-offres>`, { path });
    await visit.ready();
    return visit.page.evaluate(() => window.heard);
  };

  // What is odd, but does no harm: every number and word as far out as it goes.
  const odd = offer('…"<b>\\', {
    title: '<img src=x onerror=alert(1)>',
    organisation: '\u202e\u0000'.repeat(50),
    places: [{ city: 'É'.repeat(500), lat: 1e999, lon: -4e8 }, {}],
    duration_months: [1e9, -3],
    pay: { min: 1e300, max: -1, period: 'month', currency: '', gross: null },
    hours_per_week: [0, 1e99],
    deadline: '9999-12-31',
    start: { from: '0001-01', to: '9999-12' },
    urls: ['www.exemple.fr', 'HTTPS://exemple.fr', 'exemple.fr:80/x', ''],
    apply_emails: ['javascript:alert(1)', '@'],
    contacts: [{ phone: '++--', email: '?bcc=x', name: '' }],
    section_kinds: ['mission'],
    evidence: { start: [5, 4_000_000_000, 'x'], pay: [9, 2, 'x'] },
    text: `# \n- \n${'  '.repeat(99)}- \n1. \u{1f600}`,
  });
  host.file('bonnes.json', json(dataset(offer('un', { contract: 'stage' }), odd)));
  assert.deepEqual(await open('/bonnes.json', 'ok'), [2]);
  assert.equal((await visit.cards()).length, 2);
  for (const id of ['un', odd.id]) {
    await visit.see((root, id) => document.querySelector('tremplin-offres').shadowRoot.getElementById(`card-${id}`).click(), id);
    await visit.focusIs('offer');
    await visit.settled();
    const hrefs = await visit.see((root) => [...root.querySelectorAll('.offer a')].map((link) => link.protocol));
    for (const scheme of hrefs) assert.match(scheme, /^(https?|mailto|tel|data):$/);
    assert.equal(await visit.see((root) => root.querySelectorAll('.offer img, .card img').length), 0, 'nothing is parsed as HTML');
    await visit.page.keyboard.press('Escape');
    await visit.until((root) => !root.querySelector('#offer'));
  }
  for (const look of ['carte', 'calendrier', 'liste']) await visit.click(`#look-${look}`);
  await visit.type('titre 1e300 €');
  visit.expectNoComplaint();

  host.file('autre.json', json(dataset(offer('deux'))));
  await visit.page.evaluate(() => document.querySelector('tremplin-offres').setAttribute('donnees', '/autre.json'));
  await visit.until((root) => root.querySelectorAll('.card').length === 1);

  // Others may be asked for while the first are on their way.
  await visit.page.evaluate(() => {
    const element = document.createElement('tremplin-offres');
    element.setAttribute('etat-url', 'aucun');
    document.querySelector('tremplin-offres').replaceWith(element);
    element.setAttribute('donnees', '/autre.json');
  });
  await visit.until((root) => root.querySelectorAll('.card').length === 1);

  const heavy = Buffer.alloc(1_000_000, ' ');
  const WRONG = {
    'introuvables.json': { made: { status: 404 }, says: /404/ },
    'page.json': { made: { body: '<!doctype html><p>Bonjour' }, says: /JSON/i },
    'vides.json': { made: json(''), says: /JSON/i },
    'autres.json': { made: json('{"offres":[{"titre":"x"}]}'), says: /offers/ },
    'version.json': { made: json('{"version":99,"offers":[]}'), says: /version/ },
    'champs.json': { made: json('{"version":1,"offers":[{"id":"a"}]}'), says: /version/ },
    'doubles.json': { made: json(dataset(offer('a'), offer('a'))), says: /identifiant/ },
    'liens.json': { made: json(dataset(offer('a', { urls: [' JavaScript:alert(1)'] }))), says: /JavaScript:alert/ },
    'lourdes.json': {
      says: /plus de 8 Mo/,
      made: (answer) => {
        answer.writeHead(200, { 'content-type': 'application/json' });
        let left = 200;
        const send = () => { while (left > 0 && !answer.destroyed) { left -= 1; if (!answer.write(heavy)) return answer.once('drain', send); } answer.end(); };
        send();
      },
    },
    'muettes.json': { made: () => {}, says: /5 s/ },
    'javascript:alert(1)': { says: /ni http/ },
    'https://': { says: /URL/ },
  };
  for (const [name, { made, says }] of Object.entries(WRONG)) {
    if (made) host.file(name, made);
    assert.deepEqual(await open(made ? `/${name}` : name, 'faux'), ['donnees', 28], name);
    const said = visit.complaints.splice(0).filter((complaint) => complaint.includes('tremplin-offres'));
    assert.equal(said.length, 1, name);
    assert.match(said[0], says, name);
    assert.match(said[0], /donnees.*les offres du site restent/);
  }
}
