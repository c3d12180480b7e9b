import type { FacetField } from '@wenliu/contracts';
import type { SearchedArticle } from './searched-article.js';
import { fold } from '@wenliu/text';

/** Two values of a facet are the same if their keys are: folded, without white space. */
export function facetKey(value: string): string {
  return fold(value).replace(/\s+/gu, '');
}

/** Drops what is empty or said before in another form; the first form stays. */
function distinct(values: readonly (string | null | undefined)[]): string[] {
  const byKey = new Map<string, string>();
  for (const value of values) {
    const key = facetKey(value ?? '');
    if (value && key !== '' && !byKey.has(key)) byKey.set(key, value);
  }
  return [...byKey.values()];
}

/** The values an article is found by, as they are shown. */
export function facetsOf(article: SearchedArticle): Record<FacetField, string[]> {
  return {
    publication: distinct([article.publication]),
    page: distinct([article.page]),
    section: distinct([article.section]),
    author: distinct(article.byline.authors.map((author) => author.name)),
    agency: distinct([article.agency, article.dateline?.agency]),
    person: distinct(article.persons.map((person) => person.name)),
    place: distinct(article.places.map((place) => place.name)),
    organization: distinct(article.organizations.flatMap(({ name, short }) => [name, short])),
    policy: distinct(article.documents.map((document) => document.title)),
    language: distinct([article.language]),
  };
}

// Summer time (1986–1991) is left out: it moves the date only of what was published between 23 and 24 o'clock.
const SHANGHAI_AHEAD_MS = 8 * 3_600_000;

function dateInShanghai(time: string): string {
  return new Date(Date.parse(time) + SHANGHAI_AHEAD_MS).toISOString().slice(0, 10);
}

function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  // A day that the month does not have would be moved into the next.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The day an article belongs to: printed, datelined, published, or told of, the first that is known. */
export function articleDate(article: SearchedArticle): string | null {
  if (article.issueDate !== null) return article.issueDate;
  const datelined = article.dateline?.date ?? '';
  if (isIsoDate(datelined)) return datelined;
  const time = article.publishedAt ?? article.eventTime;
  return time === null ? null : dateInShanghai(time);
}
