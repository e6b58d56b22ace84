// The page for frames: the element takes its attributes from the query string, and the page around is told how tall the
// frame should be, if it asks (`redimension.js`).

/** Where offers come from is no word of an address. */
const ONE = ['q', 'rayon', 'duree-min', 'duree-max', 'debut', 'debut-max', 'limite-min', 'limite-max', 'remuneration-min', 'tri', 'langue', 'theme', 'accent', 'mode', 'nombre', 'niveau-titre'];
const SEVERAL = { contrat: ' ', teletravail: ' ', niveau: ' ', ouvertes: ' ', verrou: ' ', masquer: ' ', lieu: ';', structure: ';' };

const root = document.documentElement;
const element = document.querySelector('tremplin-offres');
const asked = new URLSearchParams(location.search);

for (const name of ONE) if (asked.has(name)) element.setAttribute(name, asked.get(name));
for (const [name, between] of Object.entries(SEVERAL)) {
  if (asked.has(name)) element.setAttribute(name, asked.getAll(name).join(between));
}
// The page is the ground: the element needs none of its own.
const theme = asked.get('theme');
if (theme === 'sombre' || theme === 'auto') root.classList.add(theme);
element.removeAttribute('theme');
if (window === top) document.querySelector('.foot').hidden = false;

/** The origin of the page around, once it has asked. */
let around;
let told;

function tell(toTop = false) {
  const height = Math.ceil(root.getBoundingClientRect().height);
  if (height === told && !toTop) return;
  told = height;
  parent.postMessage({ tremplin: 'hauteur', px: height, haut: toTop }, around === 'null' ? '*' : around);
}

addEventListener('message', ({ source, origin, data }) => {
  if (source !== parent || window === top || data?.tremplin !== 'mesure') return;
  const first = around === undefined;
  around = origin;
  told = undefined;
  if (first) {
    root.classList.add('tall');
    // Nothing can lie over everything here: the filters open where they stand.
    element.setAttribute('cadre', '');
    HTMLDialogElement.prototype.showModal = HTMLDialogElement.prototype.show;
    new ResizeObserver(() => tell()).observe(root);
    element.addEventListener('tremplin:ouverture', () => requestAnimationFrame(() => setTimeout(tell, 50, true)));
  }
  tell();
});
