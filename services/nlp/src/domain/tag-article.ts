import { articleText, versionOf, versionParts, type NlpStamp, type RawArticle, type TaggedArticle, type Tokens } from '@wenliu/contracts';
import { findDocuments } from './documents.js';
import { findKeywords } from './keywords.js';
import { findOrganizations } from './organizations.js';
import { findPersons } from './persons.js';
import { findPlaces } from './places.js';
import { viewTokens } from './token-view.js';

/** Grows with every change of rules that changes tags; re-tagging then replaces the older tags. */
export const NLP_REVISION = 2;

export interface TagTools {
  segmenter: { segment(text: string): Tokens };
  idf: { weight(word: string): number };
  stamp: NlpStamp;
}

/** The article with everything found in it. One that is retracted or superseded is a tombstone: its text is kept, nothing is found in it. */
export function tagArticle(article: RawArticle, tools: TagTools): TaggedArticle {
  const text = articleText(article);
  const title = article.title ?? '';
  const tokens = tools.segmenter.segment(text);
  const titleTokens = tools.segmenter.segment(title);
  const tagged = {
    ...article,
    version: versionOf({ ...versionParts(article.version), tagged: NLP_REVISION }),
    tokens,
    titleTokens,
    nlp: tools.stamp,
  };
  if (article.change.kind === 'retracted' || article.change.kind === 'superseded') {
    return { ...tagged, keywords: [], persons: [], organizations: [], places: [], documents: [] };
  }

  const view = viewTokens(text, tokens);
  const { persons, taken } = findPersons(view, bylineNames(article));
  return {
    ...tagged,
    keywords: findKeywords(view, viewTokens(title, titleTokens), tools.idf),
    persons,
    organizations: findOrganizations(view, taken),
    places: findPlaces(view, taken),
    documents: findDocuments(text),
  };
}

function bylineNames(article: RawArticle): Set<string> {
  return new Set([...article.byline.authors.map((author) => author.name), ...article.byline.photographers]);
}
