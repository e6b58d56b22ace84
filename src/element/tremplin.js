// <tremplin-offres>: the custom element. It boots one program for the whole page, mounts it in its shadow tree, and
// shows what stands inside its tags until then, and again should anything fail.

const wasm = new URL('{{tremplin.wasm}}', import.meta.url);
const folder = new URL('.', import.meta.url).href;
const css = new URL('{{tremplin.css}}', import.meta.url);
/** What few visitors need. */
const later = {
  'departements.txt': new URL('{{departements.txt}}', import.meta.url),
  late: new URL('{{late.wasm}}', import.meta.url),
};
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
export const booted = () => (boot ??= Promise.all([program(), sheet()]).catch((error) => {
  boot = undefined;
  throw error;
}));

async function program() {
  const glue = await import('./{{tremplin-glue.js}}');
  const exports = await glue.default({ module_or_path: wasm });
  let late;
  // A panic leaves the program unusable: every element falls back, and so do those to come.
  glue.prepare((reason) => {
    boot = Promise.reject(reason);
    boot.catch(() => {});
    [...live].forEach((element) => element.fail('panne', reason));
  }, (role) => {
    if (role !== 'late') return fetched(role).then((answer) => answer.text());
    // The rest of the program: it joins what runs, once, and is asked for again should that fail.
    return (late ??= joined(exports).catch((error) => {
      late = undefined;
      throw error;
    }));
  });
  return glue;
}

async function joined(exports) {
  const bytes = await (await fetched('late')).arrayBuffer();
  await WebAssembly.instantiate(bytes, { __wasm_split: exports });
  return '';
}

async function fetched(role) {
  const answer = await fetch(later[role]);
  if (!answer.ok) throw new Error(`${later[role]} : ${answer.status}`);
  return answer;
}

async function sheet() {
  const styles = new CSSStyleSheet();
  // A page of ours has it already, for what is read before any script.
  const held = css.origin === location.origin && [...document.styleSheets].find(({ href }) => href === css.href);
  if (held) return styles.replace([...held.cssRules].map(({ cssText }) => cssText).join(''));
  const answer = await fetch(css);
  if (!answer.ok) throw new Error(`${css} : ${answer.status}`);
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
  #slot = document.createElement('slot');
  #root;
  #sheet;
  #widget;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).append(this.#slot);
  }

  async connectedCallback() {
    if (this.#root) return;
    const root = (this.#root = document.createElement('div'));
    const gone = () => this.#root !== root || !this.isConnected;
    this.setAttribute('etat', 'chargement');
    live.add(this);
    try {
      const [[glue, sheet], text] = await Promise.all([booted(), this.#data()]);
      if (gone()) return;
      const offers = this.#offers(glue, text);
      this.#sheet = sheet;
      this.#tint();
      this.shadowRoot.append(root);
      first ??= this;
      this.#widget = new glue.Widget(root, offers, this.#attributes(), (found) => this.setAttribute('etat', found ? 'pret' : 'vide'), (name, detail) => this.#tell(name, detail));
      this.#slot.remove();
      this.#tell('pret', { total: offers.total(), version: glue.version() });
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
    this.#tint();
    this.#widget.update(this.#attributes());
  }

  /** Shows the fallback, and says why. */
  fail(code, reason) {
    const help = code === 'csp' ? `${refused ? ` refus de ${refused}.` : ''} Ajoutez à la politique de sécurité : script-src ${wasm.origin} 'wasm-unsafe-eval'; connect-src ${wasm.origin}` : '';
    this.#complain(code, help, reason);
    this.#widget = undefined;
    this.#root?.remove();
    this.shadowRoot.append(this.#slot);
    this.setAttribute('etat', 'erreur');
    this.#tell('erreur', { code });
  }

  #clear() {
    this.#widget?.destroy();
    this.#widget = undefined;
    // Yew's listeners on this div would keep the element alive.
    this.#root?.remove();
    this.#root = undefined;
    this.shadowRoot.append(this.#slot);
    live.delete(this);
    if (first === this) first = undefined;
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

  /** The sheet that all share, and the accent of this one. */
  #tint() {
    const accent = this.getAttribute('accent');
    const sheets = [this.#sheet];
    if (CSS.supports('color', accent)) {
      sheets.push(new CSSStyleSheet());
      sheets[1].replaceSync(`:host{--accent:${accent}!important}`);
    }
    this.shadowRoot.adoptedStyleSheets = sheets;
  }

  #attributes() {
    const pairs = [...this.attributes].flatMap(({ name, value }) => /^(lieu|structure)$/.test(name) ? value.split(';').flatMap((one) => [name, one.trim()]) : [name, value]);
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
