import assert from 'node:assert/strict';

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };

/** Counts from now on what changes among the filters. */
const watch = (visit) =>
  visit.see((root) => {
    globalThis.changes = 0;
    const observer = new MutationObserver((records) => (globalThis.changes += records.length));
    observer.observe(root.querySelector('#filters'), { subtree: true, childList: true, characterData: true, attributes: true });
  });
const changes = (visit) => visit.page.evaluate(() => globalThis.changes);
const counts = (visit) => visit.see((root) => [...root.querySelectorAll('#filters .values.contrat .count')].map((one) => parseInt(one.textContent, 10)));

export default async function (visit) {
  await visit.size(PHONE);
  await visit.open();
  const all = await counts(visit);
  assert.ok(all.length > 2, 'they are drawn once');
  await watch(visit);
  await visit.type('rennes');
  await visit.fold();
  await visit.eventually(() => location.search.includes('rennes'));
  await visit.settled();
  assert.equal(await changes(visit), 0, 'nobody sees them');

  // They are up to date as soon as they are seen: no frame shows them as they were.
  await visit.see((root) => {
    globalThis.seen = [];
    const { port1, port2 } = new MessageChannel();
    // A message comes after the frame it was sent in is painted; one that was sent before the room changed tells nothing.
    port1.onmessage = ({ data }) => {
      const filters = root.querySelector('#filters');
      if (data === innerWidth && filters.checkVisibility()) seen.push(filters.querySelector('.values.contrat .count').textContent);
    };
    const look = () => {
      port2.postMessage(innerWidth);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await visit.size(DESK);
  await visit.until((root) => root.querySelector('#filters').checkVisibility());
  await visit.settled();
  const few = await counts(visit);
  assert.notDeepEqual(few, all);
  const seen = await visit.page.evaluate(() => [...new Set(seen)].map((count) => parseInt(count, 10)));
  assert.deepEqual(seen, [few[0]]);

  await visit.size(PHONE);
  await visit.type('');
  await visit.fold();
  await visit.settled();
  assert.deepEqual(await counts(visit), few);
  await visit.click('#unfold');
  await visit.until((root) => root.querySelector('dialog#filters:modal'));
  assert.deepEqual(await counts(visit), all);
  await visit.page.keyboard.press('Escape');
  await visit.until((root) => !root.querySelector('dialog'));
}
