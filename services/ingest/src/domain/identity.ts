import { createHash } from 'node:crypto';

/** What an article may be known by. The way it came in is no part of it: HTTP, a folder and the command line give one id. */
export interface NaturalKey {
  sourceId: string | null;
  url: string | null;
  publication: string | null;
  issueDate: string | null;
  page: string | null;
  title: string | null;
  text: string;
}

export function documentId(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The id of one article by itself; within a document use `articleIds`. */
export function articleId(key: NaturalKey): string {
  return hash(naturalKey(key));
}

/**
 * Ids of the articles of one document, in order, never two alike: articles that share a key are told apart by their text, and
 * repeats of one text by their place.
 */
export function articleIds(keys: readonly NaturalKey[]): string[] {
  const shared = keys.map((key) => hash(naturalKey(key)));
  const uses = countOf(shared);
  const byText = keys.map((key, i) =>
    (uses.get(shared[i] ?? '') ?? 0) > 1 ? hash([...naturalKey(key), 'text', hash([key.text])]) : (shared[i] ?? ''),
  );
  const seen = new Map<string, number>();
  return byText.map((id) => {
    const ordinal = (seen.get(id) ?? 0) + 1;
    seen.set(id, ordinal);
    return ordinal === 1 ? id : hash([id, 'repeat', String(ordinal)]);
  });
}

/** Letters and digits only, one width, one case: what two printings of the same words have in common. */
export function normalizeForId(text: string): string {
  const form = text.normalize('NFKC');
  // Pairs of surrogates are one character, which only the expression can tell.
  const kept = /[\ud800-\udfff]/.test(form) ? form.replace(/[\p{P}\p{Z}\p{C}]/gu, '') : lettersOf(form);
  return kept.toLowerCase();
}

/** By UTF-16 code: 1 for what is dropped, 2 for what stays, 0 for what nobody asked about. An array, because whole texts are asked. */
const DROPPED = new Uint8Array(0x10000);

function isDropped(code: number): boolean {
  if (DROPPED[code] === 0) DROPPED[code] = /[\p{P}\p{Z}\p{C}]/u.test(String.fromCharCode(code)) ? 1 : 2;
  return DROPPED[code] === 1;
}

function lettersOf(text: string): string {
  let kept = '';
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (!isDropped(text.charCodeAt(i))) continue;
    kept += text.slice(start, i);
    start = i + 1;
  }
  return kept + text.slice(start);
}

/** One address for one page: no fragment, no campaign parameters, the rest in one order. `null` where it is no URL. */
export function canonicalUrl(url: string): string | null {
  const parsed = URL.parse(url.trim());
  if (parsed === null || parsed.host === '') return null;
  parsed.hash = '';
  for (const name of [...parsed.searchParams.keys()]) {
    if (name.toLowerCase().startsWith('utm_')) parsed.searchParams.delete(name);
  }
  parsed.searchParams.sort();
  return parsed.href;
}

function naturalKey(key: NaturalKey): string[] {
  const publication = normalizeForId(key.publication ?? '');
  if (key.sourceId !== null && key.sourceId !== '') return ['source-id', publication, key.sourceId];
  const url = key.url === null ? null : canonicalUrl(key.url);
  if (url !== null) return ['url', url];
  const title = normalizeForId(key.title ?? '');
  const page = normalizeForId(key.page ?? '');
  if (publication !== '' && key.issueDate !== null && page !== '' && title !== '') {
    return ['printed', publication, key.issueDate, page, title];
  }
  const text = normalizeForId(key.text);
  return ['text', text === '' ? key.text : text];
}

function countOf(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
