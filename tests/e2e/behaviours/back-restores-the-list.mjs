import assert from 'node:assert/strict';

const scrolled = (visit) => visit.page.evaluate(() => scrollY);

async function there_and_back(visit, address) {
  await visit.open(address);
  const before = await visit.cards();
  const chosen = before[6];
  await visit.see((root, id) => root.getElementById(id).scrollIntoView({ block: 'center' }), chosen);
  await visit.settled();
  const from = await scrolled(visit);
  assert.ok(from > 0, 'the list is scrolled');

  for (const leave of ['back', 'button', 'escape']) {
    await visit.click(`[id="${chosen}"]`);
    await visit.focusIs('offer');
    assert.match(await visit.search(), /offre=/);
    assert.ok(await visit.opened());
    if (leave === 'back') await visit.travel(-1);
    if (leave === 'button') await visit.click('.back');
    if (leave === 'escape') await visit.page.keyboard.press('Escape');
    await visit.until((root) => !root.querySelector('.offer'));
    await visit.focusIs(chosen);
    assert.deepEqual(await visit.cards(), before, `${leave}: the list`);
    assert.doesNotMatch(await visit.search(), /offre=/);
    await visit.eventually((from) => Math.abs(scrollY - from) < 3, from);
  }
}

export default async function (visit) {
  await there_and_back(visit, '?q=concertation&contrat=stage');
  assert.equal(await visit.see((root) => root.querySelector('#field').value), 'concertation');
  assert.deepEqual(await visit.chips(), ['Stage']);

  await visit.asPhone();
  await there_and_back(visit, '?contrat=stage');
}
