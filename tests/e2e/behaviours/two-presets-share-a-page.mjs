import assert from 'node:assert/strict';
import { Host } from '../host.mjs';

const chips = (visit, id) => visit.page.$eval(`#${id}`, (one) => [...one.shadowRoot.querySelectorAll('.chip')].map((chip) => chip.textContent));
const click = (visit, id, selector) => visit.page.$eval(`#${id}`, (one, selector) => one.shadowRoot.querySelector(selector).click(), selector);

export default async function (visit) {
  const host = await Host.start(visit);
  await host.open(`${host.script}
    <tremplin-offres id="one" contrat="stage" verrou="contrat" lieu="Bretagne;Île-de-France"><p>Repli</p></tremplin-offres>
    <tremplin-offres id="two" contrat="alternance"><p>Repli</p></tremplin-offres>
    <p id="ancre">Ancre</p>`);
  await visit.page.evaluate(() => history.replaceState({ hote: 1 }, '', '?id=12#ancre'));
  await visit.eventually(() => document.querySelectorAll('[etat="pret"]').length === 2);
  const before = await visit.page.evaluate(() => [document.title, history.length]);
  assert.deepEqual(await chips(visit, 'one'), ['Stage', 'Bretagne', 'Île-de-France']);
  assert.deepEqual(await chips(visit, 'two'), ['Alternance']);

  await click(visit, 'two', '.values.contrat input:not(:checked)');
  await visit.settled();
  assert.equal(await visit.page.evaluate(() => location.search + location.hash), '?id=12#ancre', 'the address speaks of the first alone');
  await click(visit, 'one', 'button.chip');
  await visit.settled();
  assert.deepEqual(await chips(visit, 'one'), ['Stage', 'Île-de-France'], 'and its lock holds');
  const after = await visit.page.evaluate(() => [document.title, history.length]);
  assert.deepEqual(after, before, 'title and history are left alone');
  const [url, state] = await visit.page.evaluate(() => [location.search + location.hash, history.state]);
  assert.match(decodeURIComponent(url), /^\?id=12#tremplin\?contrat=stage&lieu=Île-de-France/);
  assert.deepEqual(state, { hote: 1 }, 'the entry is still the host’s');

  await visit.page.goto(`${host.url}page?id=12#tremplin?contrat=alternance&lieu=Bretagne`);
  await visit.eventually(() => document.querySelectorAll('[etat="pret"], [etat="vide"]').length === 2);
  assert.deepEqual(await chips(visit, 'one'), ['Stage', 'Bretagne'], 'no address undoes a lock');
  await visit.type('alternance');
  assert.deepEqual(await chips(visit, 'one'), ['Stage', 'Bretagne'], 'nor do words');
}
