import { articleText, type DocumentReceived, type RawArticle } from '@wenliu/contracts';
import type { ArticleDraft } from './draft.js';
import { articleIds, versionOf } from './identity.js';
import { languageOf } from './language.js';
import { judge } from './quality.js';
import { SPLIT_REVISION } from './split-revision.js';
import { toRanges } from './line-ranges.js';

/** Drafts of one document as events: ids, versions and what the text itself tells. */
export function buildArticles(received: DocumentReceived, drafts: readonly ArticleDraft[], lossy: boolean): RawArticle[] {
  const { hints } = received;
  const completed = drafts.map((draft) => ({
    ...draft,
    publication: draft.publication ?? hints.publication,
    issueDate: draft.issueDate ?? hints.issueDate,
    page: draft.page ?? hints.page,
    url: draft.url ?? hints.url,
  }));
  const ids = articleIds(
    completed.map((draft) => ({
      sourceId: draft.sourceId,
      url: draft.ownUrl || drafts.length === 1 ? draft.url : null,
      publication: draft.publication,
      issueDate: draft.issueDate,
      page: draft.page,
      title: draft.title,
      text: articleText(draft),
    })),
  );
  return completed.map((draft, i) => buildArticle(received, draft, ids[i] ?? '', lossy));
}

function buildArticle(received: DocumentReceived, draft: ArticleDraft, id: string, lossy: boolean): RawArticle {
  const { lines, map, revision, retracted, sureness, ownUrl: _, ...printed } = draft;
  const text = articleText(draft);
  const language = languageOf(`${draft.title ?? ''}\n${text}`);
  return {
    id,
    version: versionOf(revision ?? received.hints.revision),
    change: { kind: retracted ? 'retracted' : 'created', reason: null, fields: [] },
    documentId: received.id,
    source: received.source,
    lane: received.lane,
    ...printed,
    provenance: { lines: toRanges(lines), map },
    ...language,
    ...judge({ paragraphs: draft.paragraphs, language: language.language, lossy, sureness }),
    splitRevision: SPLIT_REVISION,
    receivedAt: received.receivedAt,
  };
}
