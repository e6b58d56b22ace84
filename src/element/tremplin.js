// <tremplin-offres>: the custom element. It boots one program for the whole page, mounts it in its shadow tree, and
// shows what stands inside its tags until then, and again should anything fail.

import init, { Widget, prepare, total, version } from './{{tremplin-glue.js}}';

const wasm = new URL('{{tremplin.wasm}}', import.meta.url);
const css = new URL('{{tremplin.css}}', import.meta.url);
/** What few visitors need. */
const later = {
  'departements.txt': new URL('{{departements.txt}}', import.meta.url),
  late: new URL('{{late.wasm}}', import.meta.url),
};
const live = new Set();

/** The program and the sheet, fetched once however many elements there are. */
let boot;
const booted = () => (boot ??= Promise.all([program(), sheet()]));

async function program() {
  const exports = await init({ module_or_path: wasm });
  let late;
  // A panic leaves the program unusable: every element falls back.
  prepare((reason) => [...live].forEach((element) => element.fail('panne', reason)), (role) => {
    if (role !== 'late') return fetched(role).then((answer) => answer.text());
    // The rest of the program: it joins what runs, once, and is asked for again should that fail.
    return (late ??= joined(exports).catch((error) => {
      late = undefined;
      throw error;
    }));
  });
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
  const answer = await fetch(css);
  if (!answer.ok) throw new Error(`${css} : ${answer.status}`);
  return new CSSStyleSheet().replace(await answer.text());
}

/** What went wrong, in one word for the host's code. */
function code(error) {
  if (error instanceof WebAssembly.CompileError || /unsafe-eval|Content Security Policy/i.test(error.message)) return 'csp';
  return error instanceof TypeError ? 'reseau' : 'panne';
}

/** The element; `define` is apart, so that a host may give it another name. */
export class TremplinOffres extends HTMLElement {
  static observedAttributes = ['q', 'contrat', 'lieu', 'rayon', 'teletravail', 'niveau', 'duree-min', 'duree-max', 'debut', 'remuneration-min', 'structure', 'ouvertes', 'tri', 'niveau-titre', 'langue'];
  #slot = document.createElement('slot');
  #root;
  #widget;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).append(this.#slot);
  }

  async connectedCallback() {
    if (this.#root) return;
    const root = (this.#root = document.createElement('div'));
    this.setAttribute('etat', 'chargement');
    live.add(this);
    try {
      const [, styles] = await booted();
      if (this.#root !== root || !this.isConnected) return;
      this.shadowRoot.adoptedStyleSheets = [styles];
      this.shadowRoot.append(root);
      this.#widget = new Widget(root, this.#attributes(), (found) => this.setAttribute('etat', found ? 'pret' : 'vide'));
      this.#slot.remove();
      this.#tell('pret', { total: total(), version: version() });
    } catch (error) {
      this.fail(code(error), error);
    }
  }

  disconnectedCallback() {
    // A move in the document disconnects and connects again at once: it keeps everything.
    queueMicrotask(() => this.isConnected || this.#clear());
  }

  attributeChangedCallback(_name, before, after) {
    if (this.#widget && before !== after) this.#widget.update(this.#attributes());
  }

  /** Shows the fallback, and says why. */
  fail(code, reason) {
    const help = code === 'csp' ? ` Ajoutez à la politique de sécurité : script-src ${wasm.origin} 'wasm-unsafe-eval'; connect-src ${wasm.origin}` : '';
    console.error(`tremplin-offres (${code}) :${help}`, reason);
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
  }

  #attributes() {
    return [...this.attributes].flatMap(({ name, value }) => [name, value]);
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`tremplin:${name}`, { bubbles: true, composed: true, detail }));
  }
}

if (!customElements.get('tremplin-offres')) customElements.define('tremplin-offres', TremplinOffres);
