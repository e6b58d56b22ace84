// The offers of `donnees`: a file that comes from elsewhere and is trusted in nothing.

/** Most bytes that are read, and milliseconds that are waited. */
const MOST = 8_000_000;
const PATIENCE = 5_000;

const read = new Map();

/** The text of the file at `address`, fetched once however many elements ask for it. */
export function offers(address) {
  const url = new URL(address, document.baseURI);
  if (!read.has(url.href)) read.set(url.href, text(url));
  return read.get(url.href);
}

async function text(url) {
  if (!/^https?:$/.test(url.protocol)) throw new Error('ni http, ni https');
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(new Error(`pas de réponse complète en ${PATIENCE / 1000} s`)), PATIENCE);
  try {
    const answer = await fetch(url, { signal: stop.signal, credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (!answer.ok) throw new Error(`réponse ${answer.status}`);
    const decoder = new TextDecoder();
    const reader = answer.body.getReader();
    let [size, words] = [0, ''];
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return words + decoder.decode();
      size += value.length;
      if (size > MOST) throw new Error(`plus de ${MOST / 1e6} Mo`);
      words += decoder.decode(value, { stream: true });
    }
  } finally {
    clearTimeout(late);
    stop.abort();
  }
}
