import assert from 'node:assert/strict';

export default async function (visit) {
  const { page } = visit;
  await page.setRequestInterception(true);
  let held = [];
  let refused = false;
  page.on('request', (request) => {
    if (!/late-[^/]*\.wasm$/.test(request.url())) request.continue();
    else if (refused) request.abort();
    else if (held) held.push(request);
    else request.continue();
  });
  // The first results need none of it, and an offer opens before it is there.
  await visit.open('');
  assert.ok((await visit.cards()).length > 0);
  assert.equal(held.length, 1, 'it is asked for once the results are there');
  await visit.click('.card a');
  await visit.until((root) => root.activeElement?.id === 'offer');
  assert.ok(await visit.see((root) => root.querySelector('.offer .waiting')));
  held[0].abort();
  // It did not come: that is said, with a way to ask again, and the keyboard stays where it was.
  await visit.until((root) => root.querySelector('.offer .notice button'));
  visit.complained(/late/);
  assert.equal(await visit.see((root) => root.activeElement?.id), 'offer');
  refused = true;
  await visit.click('.offer .notice button');
  await visit.until((root) => root.querySelector('.offer .notice button'));
  [refused, held] = [false, undefined];
  await visit.click('.offer .notice button');
  await visit.until((root) => root.querySelector('.offer .prose'));
  assert.ok(await visit.see((root) => root.querySelectorAll('.offer .similar a').length > 0));
  visit.complained(/late/);
}
