// The site offline: a service worker, where the browser has one and lets it be. Nothing here is needed to search.

const worker = navigator.serviceWorker;
// Who builds the site wants to see it change.
const local = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);

/** Tells of a new version, and takes it when asked. */
function propose(waiting) {
  if (document.querySelector('.news')) return;
  const english = document.documentElement.lang === 'en';
  const bar = document.createElement('p');
  bar.className = 'news';
  bar.setAttribute('role', 'status');
  const take = document.createElement('button');
  take.type = 'button';
  take.textContent = english ? 'Refresh' : 'Actualiser';
  take.addEventListener('click', () => waiting.postMessage('prendre-la-suite'));
  bar.append(english ? 'The offers have changed. ' : 'Les offres ont changé. ', take);
  document.querySelector('main').before(bar);
}

async function keep() {
  const registration = await worker.register(new URL('sw.js', document.baseURI));
  const watch = (next) =>
    next?.addEventListener('statechange', () => next.state === 'installed' && worker.controller && propose(next));
  if (registration.waiting && worker.controller) propose(registration.waiting);
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
  const first = !worker.controller;
  worker.addEventListener('controllerchange', () => first || location.reload());
}

if (worker && !local) {
  addEventListener('load', () => keep().catch((reason) => console.info('tremplin : hors ligne, indisponible ici.', reason)));
}
