import { InvalidCursor } from '@wenliu/ports';

/** Where the next page begins: behind these sort values, in this snapshot. */
export interface Cursor {
  snapshot: string;
  after: (string | number)[];
}

const LONGEST = 4_000;

export const formatCursor = ({ snapshot, after }: Cursor): string => Buffer.from(JSON.stringify([1, snapshot, ...after])).toString('base64url');

export function parseCursor(text: string): Cursor {
  const invalid = new InvalidCursor('the cursor is not one that a search gave');
  if (text.length > LONGEST || !/^[\w-]+$/.test(text)) throw invalid;
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw invalid;
  }
  if (!Array.isArray(parts) || parts.length !== 4) throw invalid;
  // Elements of parsed JSON, checked below.
  const [version, snapshot, value, id] = parts as unknown[];
  if (version !== 1 || typeof snapshot !== 'string' || typeof value !== 'number' || typeof id !== 'string') throw invalid;
  return { snapshot, after: [value, id] };
}
