// The configurator: what is chosen is shown at once by the element itself, and written out to be pasted.

import { element, frame, link, policy } from './{{snippets.js}}';

const host = new URL('../../', location.href).href;
const form = document.querySelector('form');
const shown = document.querySelector('tremplin-offres');
const stage = document.querySelector('.stage');
const sheet = document.querySelector('.sheet');
const PLAIN = { mode: 'complet', langue: 'fr', 'niveau-titre': '2', 'etat-url': 'fragment', tri: 'pertinence', rayon: '20', nombre: '50' };

/** The attributes that were chosen; what they are anyway is left out. */
function chosen() {
  const data = new FormData(form);
  const all = {};
  const add = (name, value, between = ' ') => (all[name] = all[name] ? all[name] + between + value : value);
  for (const [key, value] of data) {
    const text = value.trim();
    const [kind, facet] = key.split(':');
    if (kind === 'regle') {
      if (text) add(text, facet);
    } else if (key === 'accent') {
      if (data.has('colore')) all.accent = text;
    } else if (!['porte', 'largeur', 'colore', 'grandit', 'fige'].includes(key) && text && PLAIN[key] !== text) {
      add(key, text);
    }
  }
  if (!all.lieu) delete all.rayon;
  return all;
}

function draw() {
  const attributes = chosen();
  for (const { name } of [...shown.attributes]) {
    if (!(name in attributes) && !['etat', 'etat-url'].includes(name)) shown.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'etat-url' && shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  }
  write(attributes);
}

let integrity;
function write(attributes) {
  const { porte, grandit, fige } = form.elements;
  const door = porte.value;
  const code = {
    element: () => element(host, attributes, fige.checked && integrity),
    cadre: () => frame(host, attributes, grandit.checked),
    lien: () => link(host, attributes),
  }[door]();
  document.querySelector('#code').textContent = code;
  const line = policy(host, door, grandit.checked);
  document.querySelector('#policy').textContent = line;
  document.querySelector('#with-policy').hidden = line === '';
  for (const part of document.querySelectorAll('[data-porte]')) part.hidden = part.dataset.porte !== door;
}

/** What browsers check a script by; told only where pages come safely. */
async function fingerprint() {
  if (!globalThis.crypto?.subtle) return;
  const answer = await fetch(`${host}tremplin.js`);
  if (!answer.ok) return;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-384', await answer.arrayBuffer()));
  integrity = `sha384-${btoa(String.fromCharCode(...hash))}`;
  document.querySelector('#integrity').textContent = integrity;
  document.querySelector('#with-integrity').hidden = false;
  form.elements.fige.disabled = false;
  draw();
}

/** As wide as asked; where there is no room, drawn smaller. */
function fit() {
  const width = Number(form.elements.largeur.value);
  const room = stage.clientWidth - 2;
  sheet.style.inlineSize = `${width}px`;
  sheet.style.zoom = Math.min(1, room / width);
}

for (const button of document.querySelectorAll('[data-copy]')) {
  const name = button.textContent;
  button.addEventListener('click', async () => {
    const from = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(from.textContent);
      button.textContent = 'Copié';
    } catch {
      getSelection().selectAllChildren(from);
      button.textContent = 'Sélectionné : Ctrl + C';
    }
    document.querySelector('[role=status]').textContent = button.textContent;
    setTimeout(() => (button.textContent = name), 2_000);
  });
}

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', () => {
  draw();
  fit();
});
form.addEventListener('reset', () => setTimeout(() => {
  draw();
  fit();
}));
new ResizeObserver(fit).observe(stage);
for (const name of document.querySelectorAll('.host')) name.textContent = host;
for (const name of document.querySelectorAll('.origin')) name.textContent = new URL(host).origin;
if (window.innerWidth < 900) form.elements.largeur.value = '360';
draw();
fit();
fingerprint();
