import assert from 'node:assert/strict';
import { Host } from '../host.mjs';

const COLUMN = 'aside { width: 245px }';
const HOSTILE = {
  small: `html { font-size: 62.5% } ${COLUMN}`,
  unset: `* { all: unset !important } head, style, script, title { display: none !important } ${COLUMN.replace('245px', '245px !important; display: block !important')}`,
  shouting: `* { text-transform: uppercase; letter-spacing: 0.3em; text-indent: 3em; font-style: italic; text-align: right; white-space: nowrap; line-height: 3 } ${COLUMN}`,
  boxes: `div, p, button, input, a, ul, li, h2, h3 { float: left !important; border: 3px solid red !important; margin: 20px !important } ${COLUMN}`,
};

export default async function (visit) {
  const host = await Host.start(visit);
  for (const [name, style] of Object.entries(HOSTILE)) {
    await host.open(`<aside>${host.script}<tremplin-offres q="concertation"><p>Repli</p></tremplin-offres></aside>`, { head: `<style>${style}</style>`, path: name });
    await visit.ready();
    await looksRight(visit, name);
    const wide = await visit.page.$eval('aside', (aside) => [aside.scrollWidth, aside.clientWidth]);
    assert.ok(wide[0] <= wide[1], `${name}: ${wide}`);
  }
  await host.open(`${host.script}<tremplin-offres q="concertation"><p>Repli</p></tremplin-offres>`, { attributes: 'dir="rtl"', path: 'rtl' });
  await visit.ready();
  await looksRight(visit, 'rtl');
  assert.ok(await visit.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
}

async function looksRight(visit, name) {
  const look = await visit.see((root) => {
    const style = (selector) => getComputedStyle(root.querySelector(selector));
    const { fontSize, textTransform, letterSpacing, textIndent, direction } = style('.card .title');
    const [button, title] = [style('button.strong'), root.querySelector('.card .title').getBoundingClientRect()];
    const host = root.host.getBoundingClientRect();
    return {
      size: parseFloat(fontSize),
      plain: [textTransform, letterSpacing, textIndent, direction, button.float, style('.card .title').fontStyle],
      painted: button.backgroundColor,
      inside: title.left >= host.left - 1 && title.right <= host.right + 1,
    };
  });
  assert.ok(look.size >= 14, `${name}: ${look.size} px`);
  assert.deepEqual(look.plain, ['none', 'normal', '0px', 'ltr', 'none', 'normal'], name);
  assert.equal(look.painted, 'rgb(29, 78, 216)', name);
  assert.ok(look.inside, name);
}
