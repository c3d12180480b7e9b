export { fold, foldChar } from './fold.js';
export { phraseTerms, termString, units, type PhraseTerms, type Unit } from './terms.js';
export { cleanText, decodeBytes, decodeHtml, type Decoding } from './decode.js';
