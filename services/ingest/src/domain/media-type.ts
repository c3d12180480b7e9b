import type { MediaType } from '@wenliu/contracts';

/** What a body is: one document, or a batch of them, one JSON object a line. */
export type BodyKind =
  | { kind: 'document'; mediaType: MediaType; charset: string | null }
  | { kind: 'batch'; charset: string | null };

const BY_TYPE: ReadonlyMap<string, MediaType | 'batch'> = new Map([
  ['text/plain', 'text/plain'],
  ['text/markdown', 'text/markdown'],
  ['text/x-markdown', 'text/markdown'],
  ['text/html', 'text/html'],
  ['application/xhtml+xml', 'text/html'],
  ['application/json', 'application/json'],
  ['application/x-ndjson', 'batch'],
  ['application/ndjson', 'batch'],
  ['application/jsonl', 'batch'],
]);

const BY_EXTENSION: ReadonlyMap<string, MediaType | 'batch'> = new Map([
  ['txt', 'text/plain'],
  ['md', 'text/markdown'],
  ['markdown', 'text/markdown'],
  ['html', 'text/html'],
  ['htm', 'text/html'],
  ['xhtml', 'text/html'],
  ['json', 'application/json'],
  ['ndjson', 'batch'],
  ['jsonl', 'batch'],
]);

/** Types that clients send when they know nothing; the file name decides then. */
const SAYS_NOTHING = new Set(['application/octet-stream', 'binary/octet-stream', 'application/x-www-form-urlencoded']);

/** What the sender's content type, else the file name, says the bytes are. `null`: nothing we can read (HTTP 415). */
export function resolveMediaType(contentType: string | null, fileName: string | null): BodyKind | null {
  const essence = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const charset = charsetOf(contentType);
  const byName = BY_EXTENSION.get(extensionOf(fileName));
  const found = essence === '' || SAYS_NOTHING.has(essence) ? byName : BY_TYPE.get(essence);
  if (found === undefined) return null;
  return found === 'batch' ? { kind: 'batch', charset } : { kind: 'document', mediaType: found, charset };
}

function extensionOf(fileName: string | null): string {
  if (fileName === null) return '';
  return fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
}

function charsetOf(contentType: string | null): string | null {
  for (const parameter of (contentType ?? '').split(';').slice(1)) {
    const [name, value] = parameter.split('=', 2);
    if (name?.trim().toLowerCase() !== 'charset') continue;
    const charset = (value ?? '').replaceAll('"', '').trim().toLowerCase();
    return charset === '' ? null : charset.slice(0, 40);
  }
  return null;
}
