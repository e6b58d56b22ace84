import assert from 'node:assert/strict';

export default async function (visit) {
  await visit.open('?vue=calendrier');
  const bars = () => visit.see((root) => [...root.querySelectorAll('.calendar [role="radio"]')].map((bar) => bar.getAttribute('aria-label').replaceAll('\u00a0', ' ')));
  const all = await bars();
  assert.ok(all.length > 6, 'there are months');
  const sum = (labels) => labels.reduce((total, label) => total + Number(/: (\d+) /.exec(label)[1]), 0);
  const tables = await visit.see((root) => [...root.querySelectorAll('.calendar td')].reduce((total, cell) => total + Number(cell.textContent.trim()), 0));
  assert.equal(tables, sum(all), 'the tables say what the bars say');

  // A month, then another in its place, then none.
  const press = (label) => visit.see((root, label) => {
    const bar = [...root.querySelectorAll('.calendar figure:first-child [role="radio"]')].find((one) => one.getAttribute('aria-label').replaceAll('\u00a0', ' ') === label);
    bar.focus();
  }, label);
  for (const label of all.slice(0, 2)) {
    await press(label);
    await visit.page.keyboard.press(' ');
    const count = Number(/: (\d+) /.exec(label)[1]);
    await visit.until((root, count) => Number.parseInt(root.querySelector('#count').textContent) >= count, count);
    await visit.until((root) => root.querySelectorAll('.calendar [aria-checked="true"]').length === 1);
    assert.equal((await visit.chips()).length, 1);
    assert.match(await visit.search(), /debut=\d{4}-\d{2}/);
  }
  await visit.page.keyboard.press('Enter');
  await visit.until((root) => root.querySelectorAll('.chip').length === 0);
  assert.deepEqual(await bars(), all);
}
