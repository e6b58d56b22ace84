import assert from 'node:assert/strict';

const channels = ['00', '55', 'aa', 'ff'];
const ACCENTS = channels.flatMap((r) => channels.flatMap((g) => channels.map((b) => `#${r}${g}${b}`)));
ACCENTS.push('#757575', '#777777', '#0b6e4f', '#7f7f00', 'rebeccapurple', 'oklch(0.7 0.3 150)', 'color(display-p3 0 1 0)', 'hsl(50 100% 50% / 1)');

export default async function (visit) {
  await visit.open('?contrat=stage');
  for (const theme of ['clair', 'sombre']) {
    await visit.page.$eval('tremplin-offres', (element, theme) => element.setAttribute('theme', theme), theme);
    const worst = await visit.page.evaluate(async (accents) => {
      const element = document.querySelector('tremplin-offres');
      const root = element.shadowRoot;
      const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      const luminance = (color) => {
        context.clearRect(0, 0, 1, 1);
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const contrast = (one, other) => {
        const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
      };
      const probe = root.host.shadowRoot.querySelector('.tremplin').appendChild(document.createElement('i'));
      const sheet = new CSSStyleSheet();
      root.adoptedStyleSheets = [...root.adoptedStyleSheets];
      const color = (name) => {
        sheet.replaceSync(`i { color: var(${name}); transition: none }`);
        root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((one) => one !== sheet), sheet];
        return getComputedStyle(probe).color;
      };
      let worst = [99];
      const seen = new Set();
      for (const accent of accents) {
        element.setAttribute('accent', accent);
        const text = color('--accent-text');
        seen.add(color('--accent'));
        const pairs = [['--ground', text], ['--surface', text], ['--hollow', text], ['--accent-wash', text]].map(([name, over]) => [name, contrast(color(name), over)]);
        pairs.push(['--on-accent', contrast(color('--on-accent'), color('--accent'))]);
        for (const [name, ratio] of pairs) if (ratio < worst[0]) worst = [ratio, name, accent];
      }
      return [...worst.slice(0, 3), seen.size];
    }, ACCENTS);
    assert.ok(worst[0] >= 4.5, `${theme}: ${worst}`);
    assert.ok(worst[3] > 65, `each accent is taken, on the site's own page too: ${worst[3]} colours seen`);
  }
  await visit.page.$eval('tremplin-offres', (element) => element.setAttribute('accent', 'red; } * { display: none'));
  await visit.settled();
  assert.equal(await visit.see((root) => root.adoptedStyleSheets.filter(({ cssRules }) => cssRules.length === 1).length), 0, 'what is no colour is none');
  assert.ok((await visit.cards()).length > 0);
}
