// Folded French stems; a word as it is counts ten times its longer forms, and a hundred times a misspelt one.

import lunr from 'lunr';
import french from 'lunr-languages/lunr.fr.js';
import support from 'lunr-languages/lunr.stemmer.support.js';
import { fromBytes, toBytes } from '../bytes.mjs';
import { fold, weights, words } from '../french.mjs';

export const about = { name: 'Lunr, French stemmer', packages: ['lunr', 'lunr-languages'], ranked: true };

support(lunr);
french(lunr);
const folded = (token) => token.update(fold);
lunr.Pipeline.registerFunction(folded, 'folded');

export function index(offers) {
  const engine = lunr(function () {
    // lunr-languages trims figures away.
    this.tokenizer = (text) => words(String(text ?? '')).map((word) => new lunr.Token(word));
    for (const pipeline of [this.pipeline, this.searchPipeline]) {
      pipeline.reset();
      pipeline.add(lunr.fr.stopWordFilter, lunr.fr.stemmer, folded);
    }
    for (const [field, boost] of Object.entries(weights)) this.field(field, { boost });
    for (const offer of offers) this.add(offer);
  });
  return { 'index.json': toBytes(engine) };
}

export const load = (files) => lunr.Index.load(fromBytes(files['index.json']));

export function search(engine, typed, limit) {
  const stems = words(typed).map((word) => engine.pipeline.runString(word)[0]);
  const usePipeline = false;
  const found = engine.query((query) => {
    stems.forEach((stem, place) => {
      if (!stem) return;
      query.term(stem, { usePipeline, boost: 100 });
      if (place === stems.length - 1) query.term(stem, { usePipeline, boost: 10, wildcard: lunr.Query.wildcard.TRAILING });
      if (stem.length > 3) query.term(stem, { usePipeline, boost: 1, editDistance: 1 });
    });
  });
  return found.slice(0, limit).map(({ ref }) => Number(ref));
}
