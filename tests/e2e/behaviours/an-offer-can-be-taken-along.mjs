import assert from 'node:assert/strict';

const OFFER = 'rennes-metropole-et-ville-de-rennes-soutien-au-lancement-de';
const said = (visit, words) => visit.until((root, words) => root.querySelector('[role=status]').textContent === words, words);
const tool = (visit, words) =>
  visit.page.evaluateHandle((words) => {
    const root = document.querySelector('tremplin-offres').shadowRoot;
    return [...root.querySelectorAll('.offer button, .offer a')].find((one) => one.textContent.includes(words));
  }, words);
const press = async (visit, words) => {
  const handle = (await tool(visit, words)).asElement();
  assert.ok(handle, `« ${words} » is not there`);
  await handle.click();
};

/** Puts in the place of the clipboard and of sharing what remembers, or refuses. */
const stub = (visit, clipboard, share) =>
  visit.page.evaluateOnNewDocument(
    (clipboard, share) => {
      globalThis.copied = [];
      globalThis.shared = [];
      const refusal = (name) => Promise.reject(new DOMException('no', name));
      Object.defineProperty(navigator, 'clipboard', {
        configurable: true,
        value: { writeText: (text) => (copied.push(text), clipboard ? refusal(clipboard) : Promise.resolve()) },
      });
      if (share !== undefined) navigator.share = (data) => (shared.push(data), share ? refusal(share) : Promise.resolve());
    },
    clipboard,
    share,
  );

export const chromiumAlone = 'it tells what it downloads';

export default async function (visit) {
  await visit.on('2023-02-20');
  await stub(visit, '');
  await visit.open(`?q=climat&offre=${OFFER}`);
  const link = `${visit.base}?offre=${OFFER}`;

  const letter = new URL(await (await tool(visit, 'Postuler')).evaluate((one) => one.href));
  assert.equal(letter.pathname, 'participationcitoyenne@rennesmetropole.fr');
  assert.match(letter.searchParams.get('subject'), /^Candidature\u00a0: Soutien .* – réf\. 2023-NB-1040$/);
  assert.ok(letter.searchParams.get('body').includes(link), letter.searchParams.get('body'));

  await press(visit, 'Copier l’adresse');
  await said(visit, 'Copié');
  await press(visit, 'Copier le lien');
  await said(visit, 'Lien copié');
  assert.deepEqual(await visit.page.evaluate(() => copied), ['participationcitoyenne@rennesmetropole.fr', link]);

  // The day to apply, as a file that the page's own policy lets through.
  const date = await (await tool(visit, 'À mon agenda')).evaluate((one) => [one.download, one.href]);
  assert.equal(date[0], `${OFFER}.ics`);
  const file = decodeURIComponent(date[1].slice(date[1].indexOf(',') + 1));
  for (const line of ['BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20230301', 'TRIGGER:-P3D', `UID:${OFFER}@tremplin`]) {
    assert.ok(file.replaceAll('\r\n ', '').split('\r\n').includes(line), `${line} in ${file}`);
  }
  const got = await visit.downloads(() => press(visit, 'À mon agenda'));
  assert.equal(got, file);

  await press(visit, 'Texte d’origine');
  await visit.until((root) => root.querySelector('.original')?.textContent.includes('\n# '));
  assert.equal(await visit.see((root) => root.querySelector('.prose')), null);
  await press(visit, 'Texte d’origine');
  await visit.until((root) => root.querySelector('.prose'));

  // A day later than the deadline there is nothing to note.
  await visit.on('2023-03-01');
  await visit.open(`?offre=${OFFER}`);
  assert.equal((await tool(visit, 'À mon agenda')).asElement(), null);

  // Where the device shares, it is asked; who thinks better of it hears nothing; a refusal leaves the link.
  await stub(visit, '', '');
  await visit.open(`?offre=${OFFER}`);
  await press(visit, 'Partager');
  await visit.eventually(() => shared.length === 1);
  assert.equal((await visit.page.evaluate(() => shared))[0].url, link);
  await stub(visit, '', 'AbortError');
  await visit.open(`?offre=${OFFER}`);
  await press(visit, 'Partager');
  await visit.settled();
  assert.deepEqual(await visit.page.evaluate(() => [shared.length, copied]), [1, []]);
  await stub(visit, '', 'NotAllowedError');
  await visit.open(`?offre=${OFFER}`);
  await press(visit, 'Partager');
  await said(visit, 'Lien copié');
  await stub(visit, 'NotAllowedError', 'NotAllowedError');
  await visit.open(`?offre=${OFFER}`);
  await press(visit, 'Partager');
  await said(visit, 'Copie refusée');
  assert.ok((await tool(visit, 'Copie refusée par le navigateur')).asElement());
}
