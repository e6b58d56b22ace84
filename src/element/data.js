// The offers of `donnees`, a file of the form of offres.json that comes from elsewhere: it is trusted in nothing. What it
// must be to be searched, the program checks; here, what could do harm.

/** Most bytes that are read, most offers, and milliseconds that are waited. */
const HEAVIEST = 8_000_000;
const MOST = 10_000;
const PATIENCE = 5_000;

const texts = new Map();

/** The text of the file at `address`, fetched once however many elements ask for it. */
export function offers(address) {
  const url = new URL(address, document.baseURI);
  if (!texts.has(url.href)) texts.set(url.href, text(url).then(checked));
  return texts.get(url.href);
}

async function text(url) {
  if (!/^https?:$/.test(url.protocol)) throw new Error('adresse ni http, ni https');
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(new Error(`pas de réponse complète en ${PATIENCE / 1000} s`)), PATIENCE);
  try {
    const answer = await fetch(url, { signal: stop.signal, credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (!answer.ok) throw new Error(`réponse ${answer.status}`);
    const reader = answer.body.getReader();
    const decoder = new TextDecoder();
    let [size, words] = [0, ''];
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return words + decoder.decode();
      size += value.length;
      if (size > HEAVIEST) throw new Error(`plus de ${HEAVIEST / 1e6} Mo`);
      words += decoder.decode(value, { stream: true });
    }
  } finally {
    clearTimeout(late);
    stop.abort();
  }
}

function checked(json) {
  const { offers } = JSON.parse(json);
  if (!Array.isArray(offers)) throw new Error('aucune liste « offers »');
  if (offers.length > MOST) throw new Error(`plus de ${MOST} offres`);
  if (new Set(offers.map(({ id }) => id)).size < offers.length || offers.some(({ id }) => !id)) throw new Error('deux offres du même identifiant, ou une sans');
  const astray = offers.flatMap(({ urls }) => urls ?? []).find(leadsAstray);
  if (astray) throw new Error(`adresse ni http(s), ni mailto, ni tel : ${astray}`);
  return json;
}

/** Whether an address has a scheme, and one that no offer has; `exemple.fr:80` has none. */
function leadsAstray(url) {
  const [, scheme] = /^([^/.?#@]*?):/.exec(String(url).trim()) ?? [];
  return scheme !== undefined && !/^(https?|mailto|tel)$/i.test(scheme);
}
