import { RawArticleInput, WrappedDocument, type DocumentHints, type MediaType } from '@wenliu/contracts';
import type { BodyKind } from './media-type.js';
import { describeIssues } from './issues.js';

export interface IntakeDefaults {
  name: string | null;
  hints: DocumentHints;
}

export type IntakeItem =
  | {
      index: number;
      ok: true;
      bytes: Uint8Array;
      mediaType: MediaType;
      charset: string | null;
      name: string | null;
      hints: DocumentHints;
    }
  | { index: number; ok: false; detail: string };

const LINE_FEED = 0x0a;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The documents of one body, lazily and in order. `index` counts the lines of a batch that are not blank. The bytes are views
 * of the body wherever the document is the line itself, so a batch is held once.
 */
export function* documentsOf(bytes: Uint8Array, body: BodyKind, defaults: IntakeDefaults): Generator<IntakeItem> {
  if (body.kind === 'document') {
    yield { index: 0, ok: true, bytes, mediaType: body.mediaType, charset: body.charset, ...defaults };
    return;
  }
  let index = 0;
  for (const line of linesOf(bytes)) {
    yield documentOf(line, index, defaults);
    index += 1;
  }
}

function documentOf(line: Uint8Array, index: number, defaults: IntakeDefaults): IntakeItem {
  const value = parseLine(line);
  if (!value.ok) return { index, ok: false, detail: value.detail };
  if (hasKey(value.json, 'paragraphs')) {
    const article = RawArticleInput.safeParse(value.json);
    if (!article.success) return { index, ok: false, detail: describeIssues(article.error.issues) };
    return { index, ok: true, bytes: line, mediaType: 'application/json', charset: 'utf-8', ...defaults };
  }
  if (!hasKey(value.json, 'content')) {
    return { index, ok: false, detail: 'a line needs "paragraphs" (an article) or "content" (a document)' };
  }
  const wrapped = WrappedDocument.safeParse(value.json);
  if (!wrapped.success) return { index, ok: false, detail: describeIssues(wrapped.error.issues) };
  return { index, ok: true, ...unwrap(wrapped.data, defaults) };
}

function unwrap(wrapped: WrappedDocument, defaults: IntakeDefaults) {
  const { hints } = defaults;
  return {
    bytes: new TextEncoder().encode(wrapped.content),
    mediaType: wrapped.mediaType,
    charset: 'utf-8',
    name: wrapped.name ?? defaults.name,
    hints: {
      publication: wrapped.publication ?? hints.publication,
      issueDate: wrapped.issueDate ?? hints.issueDate,
      page: wrapped.page ?? hints.page,
      url: wrapped.url ?? hints.url,
      revision: wrapped.revision ?? hints.revision,
    },
  };
}

function parseLine(line: Uint8Array): { ok: true; json: unknown } | { ok: false; detail: string } {
  try {
    return { ok: true, json: JSON.parse(utf8.decode(line)) };
  } catch (error) {
    const detail = error instanceof SyntaxError ? `not JSON: ${error.message.slice(0, 200)}` : 'not UTF-8';
    return { ok: false, detail };
  }
}

function hasKey(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  let start = marked ? 3 : 0;
  while (start < bytes.length) {
    const at = bytes.indexOf(LINE_FEED, start);
    const end = at === -1 ? bytes.length : at;
    const line = trimmed(bytes, start, end);
    if (line.length > 0) yield line;
    start = end + 1;
  }
}

function trimmed(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const isSpace = (at: number): boolean => [0x20, 0x09, 0x0d].includes(bytes[at] ?? 0);
  let from = start;
  let to = end;
  while (from < to && isSpace(from)) from += 1;
  while (to > from && isSpace(to - 1)) to -= 1;
  return bytes.subarray(from, to);
}
