import assert from 'node:assert/strict';

async function swipe(visit, from, to) {
  const hand = await visit.page.touchscreen.touchStart(...from);
  for (let step = 1; step <= 5; step += 1) {
    await hand.move(from[0] + ((to[0] - from[0]) * step) / 5, from[1] + ((to[1] - from[1]) * step) / 5);
  }
  await hand.end();
  await visit.settled();
}

export const chromiumAlone = 'fingers are emulated there';

export default async function (visit) {
  await visit.open('?contrat=stage');
  const cards = await visit.cards();
  const titles = await visit.titles();
  await visit.click(`[id="${cards[1]}"]`);
  await visit.focusIs('offer');
  const beside = () => visit.see((root) => [...root.querySelectorAll('.beside a')].map((one) => one.textContent.replaceAll('\u00a0', ' ')));
  assert.deepEqual(
    await beside(),
    [`Offre précédente : ${titles[0]}`, `Offre suivante : ${titles[2]}`].map((words) => words.replaceAll('\u00a0', ' ')),
  );
  await visit.click('.beside .after');
  await visit.until((root, title) => root.querySelector('#offer').textContent === title, titles[2]);
  await visit.focusIs('offer');
  await visit.click('.beside .before');
  await visit.click('.beside .before');
  await visit.until((root, title) => root.querySelector('#offer').textContent === title, titles[0]);
  assert.equal((await beside()).length, 1, 'nothing stands before the first');
  await visit.eventually((id) => location.search.includes(id), cards[0].replace('card-', ''));
  await visit.travel(-1);
  await visit.until((root) => !root.querySelector('.offer'));
  assert.equal(await visit.search(), '?contrat=stage', 'one step back is the list');

  // Those like it lead away, and Back returns.
  await visit.click(`[id="${cards[1]}"]`);
  await visit.until((root) => root.querySelectorAll('.similar li').length === 3);
  const like = await visit.see((root) => root.querySelector('.similar a').textContent);
  await visit.click('.similar a');
  await visit.until((root, like) => root.querySelector('#offer').textContent === like, like);
  await visit.travel(-1);
  await visit.until((root, title) => root.querySelector('#offer').textContent === title, titles[1]);

  await visit.asPhone();
  await visit.open(`?contrat=stage&offre=${cards[1].replace('card-', '')}`);
  await swipe(visit, [300, 400], [60, 410]);
  await visit.until((root, title) => root.querySelector('#offer').textContent === title, titles[2]);
  await swipe(visit, [60, 400], [300, 390]);
  await visit.until((root, title) => root.querySelector('#offer').textContent === title, titles[1]);
  for (const [from, to] of [[[200, 500], [150, 500]], [[300, 600], [200, 200]]]) {
    await swipe(visit, from, to);
    assert.equal(await visit.opened(), titles[1], 'a short or a slanting move turns nothing');
  }
}
