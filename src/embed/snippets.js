// What to paste, of what was chosen: plain text in, plain text out.

/** In the order in which people read them. */
const ORDER = ['q', 'contrat', 'lieu', 'rayon', 'teletravail', 'niveau', 'duree-min', 'duree-max', 'debut', 'remuneration-min', 'structure', 'ouvertes', 'tri', 'mode', 'nombre', 'verrou', 'masquer', 'theme', 'accent', 'langue', 'niveau-titre', 'etat-url'];
const FILTERS = ORDER.slice(0, 13);
/** Names that hold spaces: `;` parts them. */
const NAMES = ['lieu', 'structure'];
/** What repeats in an address. */
const LISTS = ['contrat', 'teletravail', 'niveau', 'ouvertes', ...NAMES];
const KINDS = { stage: 'de stage', alternance: 'd’alternance', 'service-civique': 'de service civique', volontariat: 'de volontariat', emploi: 'd’emploi' };

const quoted = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const said = (attributes) => ORDER.filter((name) => attributes[name]).map((name) => [name, attributes[name]]);

/** The address of `page` with these words. */
function address(page, attributes, words) {
  const url = new URL(page);
  for (const [name, value] of said(attributes).filter(([name]) => words.includes(name))) {
    const values = NAMES.includes(name) ? value.split(';') : LISTS.includes(name) ? value.split(' ') : [value];
    for (const one of values) if (one.trim()) url.searchParams.append(name, one.trim());
  }
  return url.href;
}

/** « Nos offres de stage et de service civique » */
export function words(attributes) {
  const kinds = (attributes.contrat ?? '').split(' ').flatMap((word) => KINDS[word] ?? []);
  if (kinds.length === 0) return 'Voir les offres';
  return `Nos offres ${[kinds.slice(0, -1).join(', '), kinds.at(-1)].filter(Boolean).join(' et ')}`;
}

export const link = (host, attributes) => `<a href="${quoted(address(host, attributes, FILTERS))}">${words(attributes)}</a>`;

/** The element; with `integrity` where its script is to be that one and no other. */
export function element(host, attributes, integrity) {
  const script = `<script type="module" src="${host}tremplin.js" crossorigin="anonymous"${integrity ? `\n  integrity="${integrity}"` : ''}></script>`;
  const pairs = said(attributes).map(([name, value]) => `${name}="${quoted(value)}"`);
  const one = ['<tremplin-offres', ...pairs].join(' ');
  const opening = one.length < 70 ? one : ['<tremplin-offres', ...pairs].join('\n  ');
  return `${script}\n${opening}>\n  <p>${link(host, attributes)}</p>\n</tremplin-offres>`;
}

/** The frame, as tall as it is told or as what it holds. */
export function frame(host, attributes, grows) {
  const source = quoted(address(`${host}integrer/`, attributes, ORDER.filter((name) => name !== 'etat-url')));
  const lines = [
    `<iframe src="${source}"`,
    '  title="Recherche d’offres" loading="lazy"',
    '  style="width:100%;height:700px;border:0" allow="web-share; clipboard-write"></iframe>',
  ];
  if (grows) lines.push(`<script src="${host}integrer/redimension.js" defer></script>`);
  return lines.join('\n');
}

/** What the policy of the page around must allow, for each door. */
export function policy(host, door, grows) {
  const { origin } = new URL(host);
  if (door === 'lien') return '';
  if (door === 'cadre') return `frame-src ${origin}${grows ? `; script-src ${origin}` : ''}`;
  return `script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}`;
}
