import assert from 'node:assert/strict';
import { middle, strokes } from '../strokes.mjs';

const WORDS = ['concertation', 'chargée de projet participation', 'stage rennes bac+5'];

/** How many nodes the worst keystroke may touch: a screen of rows. */
const TOUCHED = 400;
/** How long half of them may take at most, in the time that the same page takes to write a hundred rows of its own: on a loaded
    machine both are slow. */
const LONGEST = 1.6;

export const chromiumAlone = 'it alone can be slowed down';

const texts = (visit, selector) => visit.see((root, selector) => [...root.querySelectorAll(selector)].map((one) => one.textContent), selector);

/** All that the search shows: rows, counts, chips, and the filters once they are unfolded. */
async function shown(visit) {
  const list = await texts(visit, '#count, .card, .chip');
  await visit.click('#unfold');
  await visit.until((root) => root.querySelector('dialog#filters:modal'));
  const filters = await texts(visit, '.filters .value, .filters .hint');
  await visit.click('.sheet-head button');
  return [...list, ...filters];
}

export default async function (visit) {
  await visit.asPhone();
  await visit.open();
  const { strokes: all, pace } = await strokes(visit, WORDS);
  const [touched, times] = [all.map((stroke) => stroke.touched), all.map((stroke) => stroke.time)];
  const said = `${all.length} keystrokes at a quarter of the speed: ${middle(times).toFixed(1)} ms, worst ${Math.max(...times).toFixed(1)} (a hundred rows: ${pace.toFixed(1)}); ${middle(touched)} nodes, worst ${Math.max(...touched)}`;
  console.log(`      ${said}`);
  assert.ok(all.length > 50);
  assert.ok(Math.max(...touched) <= TOUCHED, said);
  assert.ok(middle(times) <= LONGEST * pace, said);

  // Once the words rest, all that waited is what a page opened with them shows.
  for (const words of ['participation citoyenne', 'stage rennes', 'zzzz', '']) {
    await visit.type(words);
    await visit.fold();
    await visit.eventually((words) => (new URLSearchParams(location.search).get('q') ?? '') === words, words);
    await visit.settled();
    const typed = await shown(visit);
    await visit.open(`?q=${encodeURIComponent(words)}`);
    assert.deepEqual(typed, await shown(visit), words);
  }
}
