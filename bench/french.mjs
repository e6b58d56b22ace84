// What the engines that let their user handle words are given for French, the same for all.

import { stopwords } from '@orama/stopwords/french';

/** The fields of an offer, and how much a word counts in each. */
export const weights = { title: 3, organisation: 2, place: 2, text: 1 };
export const fields = Object.keys(weights);

/** Small letters without accents. */
export const fold = (text) =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae');

/** Words that tell nothing, folded. */
export const empty = new Set(stopwords.map(fold));

/** The words of a text: what stands between anything but letters and figures, so that « l'eau » is two. */
export const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The first list, then what only the second has. */
export const joined = (first, second, limit) => [...new Set([...first, ...second])].slice(0, limit);
