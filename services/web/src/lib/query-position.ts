/** A query parted at the character a problem names; `at` is empty where the fault lies at the end. */
export interface PartedQuery {
  before: string;
  at: string;
  after: string;
}

export function partQuery(query: string, position: number): PartedQuery {
  const start = Math.min(Math.max(0, position), query.length);
  const at = String.fromCodePoint(query.codePointAt(start) ?? 0x20);
  if (start === query.length) return { before: query, at: '', after: '' };
  return { before: query.slice(0, start), at, after: query.slice(start + at.length) };
}
