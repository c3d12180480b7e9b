import { RawArticle, type Lane, type Reason } from '@wenliu/contracts';
import { tagArticle, type TagTools } from './tag-article.js';

export type TagRecordResult =
  | { kind: 'forward'; id: string; version: number; documentId: string; lane: Lane; bytes: Uint8Array }
  | { kind: 'quarantine'; reason: Extract<Reason, 'invalid-message'>; detail: string };

const encoder = new TextEncoder();

/** Bytes of an `article.raw.v1` to bytes of an `article.tagged.v1`. Bytes that are no article are quarantined, never thrown. */
export function tagRecord(bytes: Uint8Array, tools: TagTools): TagRecordResult {
  const parsed = parseArticle(bytes);
  if (typeof parsed === 'string') return { kind: 'quarantine', reason: 'invalid-message', detail: parsed };
  const tagged = tagArticle(parsed, tools);
  const { id, version, documentId, lane } = tagged;
  return { kind: 'forward', id, version, documentId, lane, bytes: encoder.encode(JSON.stringify(tagged)) };
}

/** The article, or what is wrong with the bytes. */
function parseArticle(bytes: Uint8Array): RawArticle | string {
  const text = decodeUtf8(bytes);
  if (text === null) return 'not UTF-8';
  const value = parseJson(text);
  if (value === undefined) return 'not JSON';
  const result = RawArticle.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  if (issue === undefined) return 'not an article';
  const path = issue.path.map(String).join('.');
  return path === '' ? issue.message : `${path}: ${issue.message}`;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    // A decoder that once threw in fatal mode is not reused: its state after an error is not specified.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
