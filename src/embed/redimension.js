// Makes the frames of this site as tall as what they hold: to load once, anywhere in the page around them.
//   <script src="https://HOST/integrer/redimension.js" defer></script>
(() => {
  const site = new URL('.', document.currentScript.src);
  const TALLEST = 100_000;
  const frames = () => [...document.querySelectorAll('iframe')].filter((frame) => frame.src.startsWith(site.href));
  // The question says nothing, and a frame that is still empty has another origin.
  const ask = (frame) => frame.contentWindow?.postMessage({ tremplin: 'mesure' }, '*');

  addEventListener('message', ({ source, origin, data }) => {
    if (origin !== site.origin || data?.tremplin !== 'hauteur' || !(data.px > 0)) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame) return;
    frame.style.height = `${Math.min(Math.ceil(data.px), TALLEST)}px`;
    // What was just opened begins at the top.
    if (data.haut && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
  });

  for (const frame of frames()) {
    frame.addEventListener('load', () => ask(frame));
    ask(frame);
  }
})();
