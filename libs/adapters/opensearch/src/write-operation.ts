import type { SearchDocument } from '@wenliu/ports';
import type { Operation } from './bulk-writer.js';
import { toSource } from './to-source.js';

/** A document's line of JSON, made once for all indexes it is written to. */
export const toLine = (document: SearchDocument): string => `${JSON.stringify(toSource(document))}\n`;

/** Only what is newer is written. No index is made by writing to a name that is gone. */
export function writeOperation({ id, version }: SearchDocument, line: string, target: string, isAlias: boolean): Operation {
  const action = { index: { _index: target, _id: id, version, version_type: 'external', ...(isAlias ? { require_alias: true } : {}) } };
  const lines = `${JSON.stringify(action)}\n${line}`;
  return { lines, bytes: Buffer.byteLength(lines) };
}
