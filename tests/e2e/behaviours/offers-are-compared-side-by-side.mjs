import assert from 'node:assert/strict';

const tool = (visit, words) =>
  visit.see((root, words) => [...root.querySelectorAll('.shelf .tool')].find((one) => one.textContent.includes(words)).click(), words);

export default async function (visit) {
  await visit.open();
  const ids = (await visit.cards()).slice(0, 4).map((card) => card.replace('card-', ''));
  await visit.open(`?ids=${ids.join('+')}`);
  const titles = await visit.titles();
  const picks = () => visit.see((root) => [...root.querySelectorAll('.pick')].map((pick) => (pick.localName === 'span' ? 'full' : pick.ariaPressed)));
  for (const rank of [0, 2, 3]) {
    await visit.see((root, rank) => root.querySelectorAll('.pick')[rank].click(), rank);
    await visit.settled();
  }
  assert.deepEqual(await picks(), ['true', 'full', 'true', 'true']);
  await tool(visit, 'Comparer 3');
  await visit.focusIs('comparison');
  const chosen = [titles[0], titles[2], titles[3]];
  const heads = () => visit.see((root) => [...root.querySelectorAll('.compare thead a')].map((head) => head.textContent));
  assert.deepEqual(await heads(), chosen);
  assert.equal(await visit.see((root) => root.querySelector('.results').checkVisibility()), false);
  const facts = await visit.see((root) => [...root.querySelectorAll('.compare tbody th')].map((fact) => fact.textContent));
  for (const fact of ['Recruteur', 'Durée', 'Lieu']) assert.ok(facts.includes(fact), facts.join(' · '));
  assert.match(await visit.search(), /comparer=/);

  // The address alone leads there.
  await visit.page.reload();
  await visit.ready();
  assert.deepEqual(await heads(), chosen);

  // An offer opens over it, and closes onto it.
  await visit.click('.compare thead a');
  await visit.focusIs('offer');
  await visit.page.keyboard.press('Escape');
  await visit.focusIs('comparison');
  await visit.click('.remove');
  await visit.until((root) => root.querySelectorAll('.compare thead a').length === 2);
  await visit.page.keyboard.press('Escape');
  await visit.until((root) => !root.querySelector('.compare'));
  await visit.focusIs('count');
  await visit.eventually(() => !location.search.includes('comparer='));

  await visit.asPhone();
  await visit.open(`?comparer=${ids.slice(0, 3).join('+')}+nulle-part`);
  await visit.until((root) => root.querySelector('tbody td') !== null);
  const wide = await visit.see((root) => {
    const box = root.querySelector('.sideways');
    box.scrollLeft = 200;
    const [name, cell] = [root.querySelector('tbody th'), root.querySelector('tbody td')].map((one) => one.getBoundingClientRect());
    return { over: box.scrollWidth - box.clientWidth, stays: name.left, left: cell.left, page: document.documentElement.scrollWidth - innerWidth };
  });
  assert.ok(wide.over > 100 && wide.left < 0, 'the table scrolls');
  assert.ok(wide.stays >= 0, 'the facts’ names stay');
  assert.ok(wide.page <= 0, 'the page does not');
}
