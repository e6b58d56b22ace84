// Keystrokes, one by one, on a slow machine, and how long each takes.

/** Tells of each keystroke from now on how many nodes it touched and how long it took: the event itself, and what it leaves
    to the tasks after the next drawing. */
function watch() {
  const root = document.querySelector('tremplin-offres').shadowRoot;
  const now = { time: 0, touched: 0 };
  const count = ({ type, addedNodes, removedNodes }) => (type === 'childList' ? addedNodes.length + removedNodes.length : 1);
  let paused = false;
  const observer = new MutationObserver((records) => (now.touched += paused ? 0 : records.reduce((sum, record) => sum + count(record), 0)));
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  // The widget works in microtasks, each of which may ask for others: they are done when so many turns ask for none.
  const done = (then, turns = 100) => queueMicrotask(() => (turns ? done(then, turns - 1) : then()));
  const spend = () => {
    const begun = performance.now();
    done(() => (now.time += performance.now() - begun));
  };
  window.addEventListener('input', spend, { capture: true });
  // What waits for a pause gives how long, and is not the keystroke's.
  const { setTimeout } = window;
  window.setTimeout = (callback, delay, ...rest) => setTimeout((...given) => {
    if (delay === undefined) spend();
    else {
      paused = true;
      done(() => (paused = false));
    }
    callback(...given);
  }, delay, ...rest);
  globalThis.stroke = () => {
    const { time, touched } = now;
    [now.time, now.touched] = [0, 0];
    return { time, touched };
  };
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

export const middle = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Types each of `words` from an empty field, a key at a time, on a processor slowed four times; gives for each key how many
    nodes it touched and how long it took, and the pace of the machine meanwhile. */
export async function strokes(visit, all) {
  const session = await visit.page.createCDPSession();
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  // What is done for the first time is slow for other reasons.
  await visit.type('chargée rennes 6 mois');
  await visit.page.evaluate(watch);
  const [paces, strokes] = [[], []];
  for (const words of all) {
    paces.push(await visit.page.evaluate(pace));
    await visit.type('');
    for (const key of words) {
      await visit.page.evaluate(() => stroke());
      await visit.page.keyboard.type(key);
      // Keystrokes that come while another is drawn are drawn together; what waits for a pause waits longer.
      await new Promise((done) => setTimeout(done, 100));
      strokes.push(await visit.page.evaluate(() => stroke()));
    }
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return { strokes, pace: middle(paces) };
}
