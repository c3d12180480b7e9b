import type { DocumentView } from '@wenliu/contracts';
import { getDocument, getDocumentArticles, getOriginalText } from '../api/client.js';
import { RequestFailed } from '../api/failure.js';
import { notesByLine, type LineNote } from '../lib/line-notes.js';
import { toOriginalArticles, type OriginalArticle } from '../lib/original-articles.js';
import { splitLines } from '../lib/page-lines.js';

export interface Original {
  document: DocumentView;
  /** `null` where it cannot be shown as lines. */
  lines: readonly string[] | null;
  articles: readonly OriginalArticle[];
  notes: ReadonlyMap<number, readonly LineNote[]>;
}

export async function loadOriginal(id: string, signal: AbortSignal): Promise<Original> {
  const [document, { items }, text] = await Promise.all([getDocument(id, signal), getDocumentArticles(id, signal), textOf(id, signal)]);
  return {
    document,
    lines: text === null ? null : splitLines(text),
    articles: toOriginalArticles(items, id),
    notes: notesByLine(items, id),
  };
}

/** What is in no known encoding has no lines, and its articles, if it has any, are shown all the same. */
async function textOf(id: string, signal: AbortSignal): Promise<string | null> {
  try {
    return await getOriginalText(id, signal);
  } catch (error) {
    if (error instanceof RequestFailed && error.failure.kind === 'problem' && error.failure.problem.status === 422) return null;
    throw error;
  }
}
