import type { DocumentReceived } from '@wenliu/contracts';
import { decodeBytes, decodeHtml, type Decoding } from '@wenliu/text';
import { buildArticles } from './build-articles.js';
import { splitHtml } from './html/split-html.js';
import { toResidue } from './line-ranges.js';
import { splitPages } from './page/split-pages.js';
import { splitJson } from './split-json.js';
import type { Split, SplitResult } from './split-result.js';

/** One document to its articles. Pure: the same bytes and the same message give the same articles and ids. */
export function splitDocument(received: DocumentReceived, bytes: Uint8Array): SplitResult {
  const decoding = decodeDocument(received, bytes);
  if (decoding.kind === 'failed') return decoding;
  const { text, encoding, lossy } = decoding;
  const split = splitText(received, text);
  if (split.kind === 'failed') return split;
  if (split.drafts.length === 0) return { kind: 'empty' };
  return {
    kind: 'articles',
    articles: buildArticles(received, split.drafts, lossy),
    residue: toResidue(split.roles),
    encoding,
    lossy,
    lines: split.roles.length,
    notes: split.notes,
    cameApart: split.cameApart,
  };
}

/** The text whose lines articles, residue and notes count. */
export function decodeDocument(received: Pick<DocumentReceived, 'mediaType' | 'encoding'>, bytes: Uint8Array): Decoding {
  return received.mediaType === 'text/html' ? decodeHtml(bytes, received.encoding) : decodeBytes(bytes, received.encoding);
}

function splitText(received: DocumentReceived, text: string): Split {
  switch (received.mediaType) {
    case 'text/plain':
    case 'text/markdown':
      return { kind: 'drafts', ...splitPages(text, received.hints), cameApart: false };
    case 'text/html':
      return { kind: 'drafts', ...splitHtml(text, received.hints) };
    case 'application/json':
      return splitJson(text);
  }
}
