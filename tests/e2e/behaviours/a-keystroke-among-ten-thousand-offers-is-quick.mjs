import assert from 'node:assert/strict';
import { Host } from '../host.mjs';
import { middle, strokes } from '../strokes.mjs';

/** The last asks for much that no offer has together: a way back would be looked for at each key, were it not for the pause. */
const WORDS = ['concertation', 'stage rennes bac+5', 'service civique télétravail total bac+5 lille 3000 € zzz'];
const MANY = 10_000;
/** As many bytes as are read, and a little less. */
const HEAVY = 7_900_000;
/** How long half of the keystrokes may take at most, and nine of ten, in the time that the same page takes to write a hundred
    rows of its own. */
const LONGEST = 2.5;
const RARELY = 6;

export const chromiumAlone = 'it alone can be slowed down';

/** The site's own offers, shortened and varied, many times over. */
function many({ version, offers }) {
  const words = [...new Set(offers.flatMap(({ text }) => text.match(/\p{L}{4,}/gu)))];
  let seed = 7;
  const any = (list) => list[(seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % list.length];
  const vary = (rank) => {
    const { title, heading, organisation, contract, places, remote, start, duration_months, study_level, pay, deadline, text } = offers[rank % offers.length];
    const place = places && { places: any([places, any(offers).places ?? places]).slice(0, 1) };
    const told = { ...place, contract, remote, start, duration_months, study_level, pay, deadline };
    const offer = { id: `offre-${rank}`, file: '', start_line: 1, end_line: 1, heading: heading.slice(0, 60), ...told, text: '' };
    offer.title = `${(title ?? heading).slice(0, 60)} ${any(words)}`;
    offer.organisation = `${organisation ?? any(words)}`.slice(0, 30) + (rank % 300);
    const room = HEAVY / MANY - Buffer.byteLength(JSON.stringify(offer)) - 20;
    const from = (rank * 97) % Math.max(1, text.length - room);
    offer.text = `${any(words)} ${any(words)} ${text.slice(from, from + room * 0.9)}`.replaceAll(/\s+/g, ' ');
    return offer;
  };
  return JSON.stringify({ version, offers: Array.from({ length: MANY }, (_, rank) => vary(rank)) });
}

export default async function (visit) {
  const host = await Host.start(visit);
  const offers = many(await (await fetch(`${visit.base}offres.json`)).json());
  host.file('beaucoup.json', { headers: { 'content-type': 'application/json' }, body: offers });
  await visit.asPhone();
  await host.open(`${host.script}<tremplin-offres donnees="/beaucoup.json"><p>Repli</p></tremplin-offres>`);
  await visit.ready();
  assert.equal((await visit.count()).replaceAll(/\D/g, ''), `${MANY}`);

  const { strokes: all, pace } = await strokes(visit, WORDS);
  const times = all.map(({ time }) => time).sort((a, b) => a - b);
  const often = times[Math.floor(times.length * 0.9)];
  const said = `${times.length} keystrokes at a quarter of the speed: ${middle(times).toFixed(1)} ms, nine of ten within ${often.toFixed(1)} (a hundred rows: ${pace.toFixed(1)})`;
  console.log(`      ${said}`);
  assert.ok(middle(times) <= LONGEST * pace, said);
  assert.ok(often <= RARELY * pace, said);
}
