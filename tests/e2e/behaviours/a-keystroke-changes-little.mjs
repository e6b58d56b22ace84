import assert from 'node:assert/strict';

const WORDS = ['concertation', 'chargée de projet participation', 'stage rennes bac+5'];

/** How many nodes the worst keystroke may touch: a screen of rows. */
const TOUCHED = 400;
/** How long half of them may take at most, in the time that the same page takes to write a hundred rows of its own: on a loaded
    machine both are slow. */
const LONGEST = 1.6;

export const chromiumAlone = 'it alone can be slowed down';

/** Tells of each keystroke from now on how many nodes it touched and how long it took: all that is done before the next task. */
function watch() {
  const root = document.querySelector('tremplin-offres').shadowRoot;
  let touched;
  const count = ({ type, addedNodes, removedNodes }) => (type === 'childList' ? addedNodes.length + removedNodes.length : 1);
  const observer = new MutationObserver((records) => (touched += records.reduce((sum, record) => sum + count(record), 0)));
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  globalThis.strokes = [];
  let begun;
  const begin = () => ([touched, begun] = [0, performance.now()]);
  window.addEventListener('input', begin, { capture: true });
  // The widget draws in a microtask, before the event comes here.
  window.addEventListener('input', () => strokes.push({ time: performance.now() - begun, touched }));
}

/** The time that writing a hundred rows of this page takes, in milliseconds: how fast the machine is now. */
function pace() {
  const times = [];
  for (let turn = 0; turn < 15; turn += 1) {
    const begun = performance.now();
    const list = document.createElement('ul');
    document.body.append(list);
    for (let row = 0; row < 100; row += 1) {
      const item = document.createElement('li');
      for (const tag of ['p', 'h3', 'a', 'p', 'b', 'span', 'p', 'span', 'span', 'button']) {
        const part = document.createElement(tag);
        part.setAttribute('class', 'part');
        part.append(document.createTextNode(`${turn} ${row}`));
        item.append(part);
      }
      list.append(item);
    }
    list.remove();
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b)[7];
}

const middle = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
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
  const session = await visit.page.createCDPSession();
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  // What is done for the first time is slow for other reasons.
  await visit.type('chargée rennes 6 mois');
  await visit.page.evaluate(watch);
  const paces = [];
  for (const words of WORDS) {
    paces.push(await visit.page.evaluate(pace));
    await visit.type('');
    for (const key of words) {
      await visit.page.keyboard.type(key);
      // Keystrokes that come while another is drawn are drawn together.
      await visit.page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
    }
  }
  const strokes = await visit.page.evaluate(() => strokes);
  const [touched, times] = [strokes.map((stroke) => stroke.touched), strokes.map((stroke) => stroke.time)];
  const said = `${strokes.length} keystrokes at a quarter of the speed: ${middle(times).toFixed(1)} ms, worst ${Math.max(...times).toFixed(1)} (a hundred rows: ${middle(paces).toFixed(1)}); ${middle(touched)} nodes, worst ${Math.max(...touched)}`;
  console.log(`      ${said}`);
  assert.ok(strokes.length > 50);
  assert.ok(Math.max(...touched) <= TOUCHED, said);
  assert.ok(middle(times) <= LONGEST * middle(paces), said);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });

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
