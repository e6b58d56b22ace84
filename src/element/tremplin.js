// <tremplin-offres>: the custom element. It boots one program for the whole page, mounts it in its shadow tree, and
// shows what stands inside its tags until then, and again should anything fail.

const wasm = new URL('{{tremplin.wasm}}', import.meta.url);
const folder = new URL('.', import.meta.url).href;
const css = new URL('{{tremplin.css}}', import.meta.url);
const looks = new URL('{{details.css}}', import.meta.url);
/** What the first results can do without. */
const later = {
  'departements.txt': new URL('{{departements.txt}}', import.meta.url),
  search: new URL('{{search.wasm}}', import.meta.url),
  late: new URL('{{late.wasm}}', import.meta.url),
};
/** The sheet of what opens after the first results, once it has come. */
const details = [];
const live = new Set();
/** The offers of each text, read once; those of no text are the site's. */
const known = new Map();
/** The element that the page's address speaks of, unless they say otherwise: the first. */
let first;

/** What the page's policy refused to us last. */
let refused;
document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
  if (blockedURI === 'wasm-eval' || blockedURI.startsWith(folder)) refused = effectiveDirective;
});

/** The program and the sheet, fetched once however many elements there are, and again after a failure. */
let boot;
export const booted = () => (boot ??= Promise.all([program(), sheet(css)]).catch((error) => {
  boot = undefined;
  throw error;
}));

async function program() {
  const glue = await import('./{{tremplin-glue.js}}');
  const answer = await fetch(wasm);
  // The search is on its way before the last of the first part has come: no time is lost in between.
  const early = mostly(answer.clone()).then(() => fetched('search'));
  early.catch(() => {});
  const exports = await glue.default({ module_or_path: answer });
  // What another program read is nothing to this one.
  known.clear();
  // A panic leaves the program unusable: every element falls back, and so do those to come.
  glue.prepare((reason) => {
    boot = Promise.reject(reason);
    boot.catch(() => {});
    [...live].forEach((element) => element.fail('panne', reason));
  }, (role) => (parts[role]?.() ?? fetched(role).then((answer) => answer.text())).catch((error) => {
    console.error(`tremplin : ${role} n’a pas pu être chargé`, error);
    throw error;
  }));
  // The other parts of the program: each joins what runs, once, and is asked for again should that fail.
  const parts = {};
  for (const role of ['search', 'late']) {
    let part;
    let answer = role === 'search' && early;
    parts[role] = () => (part ??= joined(answer || fetched(role), exports).then(() => (glue.arrived(role), '')).catch((error) => {
      part = answer = undefined;
      throw error;
    }));
  }
  // Nothing can be done without the search: it follows at once, and what it opens has its look.
  Promise.all([parts.search(), details[0] ?? sheet(looks).then((sheet) => details.push(sheet))]).then(() => [...live].forEach((element) => element.dress())).catch((error) => {
    boot = undefined;
    [...live].forEach((element) => element.fail(code(error), error));
  });
  return { ...glue, search: parts.search };
}

/** Waits until most of the first part has come. */
async function mostly({ body }) {
  const reader = body.getReader();
  for (let left = '{{tremplin.wasm.size}}' * 0.6; left > 0; ) {
    const { done, value } = await reader.read();
    if (done) return;
    left -= value.length;
  }
  reader.cancel();
}

async function joined(answer, exports) {
  const module = await compiled(await answer);
  const imports = { __wasm_split: exports };
  await WebAssembly.instantiate(module, imports);
  // It may hold another, which needs it.
  for (const next of WebAssembly.Module.customSections(module, 'next')) await WebAssembly.instantiate(next, imports);
}

/** Compiled while it comes, where the host says what it is. */
const compiled = async (answer) =>
  answer.headers.get('content-type') === 'application/wasm' ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());

async function fetched(role) {
  const answer = await fetch(later[role]);
  if (!answer.ok) throw new Error(`${later[role]} : ${answer.status}`);
  return answer;
}

async function sheet(url) {
  const styles = new CSSStyleSheet();
  // A page of ours has it already, for what is read before any script.
  const held = url.origin === location.origin && [...document.styleSheets].find(({ href }) => href === url.href);
  if (held) return styles.replace([...held.cssRules].map(({ cssText }) => cssText).join(''));
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} : ${answer.status}`);
  return styles.replace(await answer.text());
}

/** What went wrong, in one word for the host's code. */
function code(error) {
  if (refused || /unsafe-eval|Content Security Policy/i.test(error?.message)) return 'csp';
  return error instanceof TypeError ? 'reseau' : 'panne';
}

/** The element; `define` is apart, so that a host may give it another name. */
export class TremplinOffres extends HTMLElement {
  static observedAttributes = ['q', 'contrat', 'lieu', 'rayon', 'teletravail', 'niveau', 'duree-min', 'duree-max', 'debut', 'debut-max', 'limite-min', 'limite-max', 'remuneration-min', 'structure', 'ouvertes', 'tri', 'langue', 'accent', 'mode', 'nombre', 'verrou', 'niveau-titre', 'etat-url', 'donnees'];
  #root;
  #sheet;
  #widget;

  async connectedCallback() {
    if (this.#root) return;
    const root = (this.#root = document.createElement('div'));
    const gone = () => this.#root !== root || !this.isConnected;
    this.setAttribute('etat', 'chargement');
    live.add(this);
    try {
      const [[glue, sheet], text] = await Promise.all([booted(), this.#data()]);
      if (gone()) return;
      // What is drawn already stays until all of it can be used.
      let drawn = this.querySelector(':scope > .tremplin');
      if (drawn) glue.search().then(() => (drawn = undefined), () => {});
      const offers = this.#offers(glue, text);
      // No task is long: a page that is touched meanwhile answers.
      await new Promise((done) => setTimeout(done));
      if (gone()) return;
      this.#sheet = sheet;
      first ??= this;
      this.#widget = new glue.Widget(root, offers, this.#attributes(), (found) => {
        // Where it failed meanwhile, that stays.
        if (drawn || gone()) return;
        this.setAttribute('etat', found ? 'pret' : 'vide');
        if (root.parentNode) return;
        // It is shown once it has an answer; until then what stands inside the tags is as if there were no shadow tree.
        (this.shadowRoot ?? this.attachShadow({ mode: 'open' })).replaceChildren(root);
        this.dress();
        queueMicrotask(() => this.#widget && this.#tell('pret', { total: offers.total(), version: glue.version() }));
      }, (name, detail) => this.#tell(name, detail));
    } catch (error) {
      // A refusal is told a moment after what it refused has failed.
      await new Promise((done) => setTimeout(done, 50));
      if (!gone()) this.fail(code(error), error);
    }
  }

  disconnectedCallback() {
    // A move in the document disconnects and connects again at once: it keeps everything.
    queueMicrotask(() => this.isConnected || this.#clear());
  }

  attributeChangedCallback(name, before, after) {
    if (!this.#root || before === after) return;
    // Other offers, also while the first are on their way.
    if (name === 'donnees') {
      this.#clear();
      this.connectedCallback();
      return;
    }
    if (!this.#widget) return;
    this.dress();
    this.#widget.update(this.#attributes());
  }

  /** Shows the fallback, and says why. */
  fail(code, reason) {
    const help = code === 'csp' ? `${refused ? ` refus de ${refused}.` : ''} Ajoutez à la politique de sécurité : script-src ${wasm.origin} 'wasm-unsafe-eval'; connect-src ${wasm.origin}` : '';
    this.#complain(code, help, reason);
    this.#widget = undefined;
    this.#unroot();
    this.setAttribute('etat', 'erreur');
    this.#tell('erreur', { code });
  }

  #clear() {
    this.#widget?.destroy();
    this.#widget = undefined;
    this.#unroot();
    live.delete(this);
    if (first === this) first = undefined;
  }

  /** Takes away what was drawn, on which yew's listeners would keep the element alive, and shows what stands inside the tags. */
  #unroot() {
    this.#root?.remove();
    this.#root = undefined;
    this.shadowRoot?.replaceChildren(document.createElement('slot'));
  }

  /** The text of `donnees`, or why it could not be had. */
  async #data() {
    const address = this.getAttribute('donnees');
    if (address === null) return undefined;
    try {
      const { offers } = await import('./data.js');
      return await offers(address);
    } catch (error) {
      return error;
    }
  }

  /** The offers of that text; the embedded ones where there is none to use. */
  #offers({ Offers }, text) {
    try {
      if (text instanceof Error) throw text;
      if (text !== undefined && !known.has(text)) known.set(text, Offers.read(text));
    } catch (error) {
      this.#complain('donnees', ` ${this.getAttribute('donnees')} n’est pas lu, les offres du site restent :`, error);
      this.#tell('erreur', { code: 'donnees' });
    }
    if (!known.has(undefined)) known.set(undefined, Offers.embedded());
    return known.get(text) ?? known.get(undefined);
  }

  /** The sheets that all share, and the accent of this one. */
  dress() {
    if (!this.#sheet || !this.shadowRoot) return;
    const accent = this.getAttribute('accent');
    const sheets = [this.#sheet, ...details];
    if (CSS.supports('color', accent)) {
      const own = new CSSStyleSheet();
      own.replaceSync(`:host{--accent:${accent}!important}`);
      sheets.push(own);
    }
    this.shadowRoot.adoptedStyleSheets = sheets;
  }

  #attributes() {
    const known = [...this.attributes].filter(({ name }) => TremplinOffres.observedAttributes.includes(name));
    const pairs = known.flatMap(({ name, value }) => /^(lieu|structure)$/.test(name) ? value.split(';').flatMap((one) => [name, one.trim()]) : [name, value]);
    return first === this || this.hasAttribute('etat-url') ? pairs : [...pairs, 'etat-url', 'aucun'];
  }

  #complain(code, help, reason) {
    console.error(`tremplin-offres (${code}) :${help} ${reason?.message ?? reason}`, reason);
  }

  /** Tells the host, and whether it lets that happen; only what is about to happen can be cancelled. */
  #tell(name, detail) {
    const cancelable = ['ouverture', 'candidature'].includes(name);
    return this.dispatchEvent(new CustomEvent(`tremplin:${name}`, { bubbles: true, composed: true, cancelable, detail }));
  }
}

if (!customElements.get('tremplin-offres')) customElements.define('tremplin-offres', TremplinOffres);
