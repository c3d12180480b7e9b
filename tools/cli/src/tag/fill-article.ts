import { articleText, Byline, Caption, Change, Dateline, Lane, Provenance, RawArticle, Source } from '@wenliu/contracts';
import { articleId, documentId, judge, languageOf, readByline, versionOf } from '@wenliu/service-ingest/offline';
import { z } from 'zod';

const text = z.string().nullable().default(null);
const { issueDate, eventTime, publishedAt, fetchedAt, script, receivedAt, doubts, repairs, suggestions, splitRevision } = RawArticle.shape;
const NO_BYLINE: Byline = { raw: null, authors: [], photographers: [] };

/** A RawArticle, or what a publisher sends, with only `paragraphs` needed. The id may be any word. */
const TagInput = z.object({
  id: z.string().min(1).optional(),
  version: z.int().min(1).optional(),
  revision: z.int().min(1).max(2 ** 42).default(1),
  retracted: z.boolean().default(false),
  change: Change.optional(),
  documentId: z.string().optional(),
  source: Source.default({ id: 'cli', kind: 'cli', name: 'command line' }),
  sourceId: text,
  lane: Lane.default('live'),
  publication: text,
  issueDate: issueDate.default(null),
  page: text,
  section: text,
  kicker: text,
  title: text,
  subtitle: text,
  byline: z.union([z.string(), Byline]).default(NO_BYLINE),
  agency: text,
  dateline: Dateline.nullable().default(null),
  paragraphs: z.array(z.string()),
  captions: z.array(Caption.extend({ credit: text, lines: Caption.shape.lines.default([]) })).default([]),
  provenance: Provenance.default({ lines: [], map: [] }),
  continuedFrom: text,
  continuesTo: text,
  complete: z.boolean().default(true),
  language: z.string().optional(),
  script: script.default(null),
  quality: RawArticle.shape.quality.optional(),
  doubts,
  repairs,
  suggestions,
  splitRevision,
  url: text,
  eventTime: eventTime.default(null),
  publishedAt: publishedAt.default(null),
  fetchedAt: fetchedAt.default(null),
  receivedAt: receivedAt.default('1970-01-01T00:00:00Z'),
});

export type Filled = { ok: true; article: RawArticle } | { ok: false; issues: z.core.$ZodIssue[] };

/** The article with everything that is missing made from what is there. Its paragraphs stay as given: tags count in them. */
export function fillArticle(value: unknown, bytes: Uint8Array): Filled {
  const parsed = TagInput.safeParse(withoutNulls(value));
  if (!parsed.success) return { ok: false, issues: parsed.error.issues };
  const { revision, retracted, id, version, change, documentId: document, byline, ...given } = parsed.data;
  const words = articleText(given);
  const { language, script } = languageOf(`${given.title ?? ''}\n${words}`);
  const judged = judge({ paragraphs: given.paragraphs, language: given.language ?? language, lossy: false, sureness: 1 });
  return {
    ok: true,
    article: {
      id: id ?? articleId({ ...given, text: words }),
      version: version ?? versionOf(revision),
      change: change ?? { kind: retracted ? 'retracted' : 'created', reason: null, fields: [] },
      documentId: document ?? documentId(bytes),
      ...given,
      byline: typeof byline === 'string' ? (readByline(byline) ?? { ...NO_BYLINE, raw: byline }) : byline,
      language: given.language ?? language,
      script: given.language === undefined ? script : given.script,
      ...(given.quality === undefined ? judged : { quality: given.quality }),
    },
  };
}

/** `null` says the same as nothing. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
}
