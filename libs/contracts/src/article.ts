import { z } from 'zod';
import { IsoDate, IsoTime, Lane, Sha256, Source } from './document.js';

export const Author = z.object({ name: z.string(), role: z.string() });
export type Author = z.infer<typeof Author>;

/** `raw` is the byline as printed; names it was not understood as stay there. */
export const Byline = z.object({
  raw: z.string().nullable(),
  authors: z.array(Author),
  photographers: z.array(z.string()),
});
export type Byline = z.infer<typeof Byline>;

export const Dateline = z.object({
  raw: z.string(),
  agency: z.string().nullable(),
  place: z.string().nullable(),
  date: z.string().nullable(),
});
export type Dateline = z.infer<typeof Dateline>;

/** Inclusive range of 1-based lines of the decoded original. */
export const LineRange = z.tuple([z.int().min(1), z.int().min(1)]);
export type LineRange = z.infer<typeof LineRange>;

export const Caption = z.object({ text: z.string(), credit: z.string().nullable(), lines: z.array(LineRange) });
export type Caption = z.infer<typeof Caption>;

/**
 * One run of clean text and where it is printed: `[start, end, line, column]`. `start` and `end` are UTF-16 offsets into
 * `paragraphs.join('\n')`, `line` is 1-based, `column` the 1-based UTF-16 column. The runs are ascending and do not overlap;
 * characters outside every run (the joining line feeds) are not printed.
 */
export const TextRun = z.tuple([z.int().min(0), z.int().min(0), z.int().min(1), z.int().min(1)]);
export type TextRun = z.infer<typeof TextRun>;

/** Why a character of the clean text is not what is printed. */
export const RepairReason = z.enum([
  'markup',
  'stray-space',
  'width',
  'quotation-marks',
  'dash',
  'doubled',
  'misread',
  'lost-quotation-mark',
  'lost-sentence-end',
]);
export type RepairReason = z.infer<typeof RepairReason>;

/**
 * One change of what is printed: `printed` at `line` and `column` (1-based, UTF-16) reads `text` in the article. An insertion has
 * an empty `printed` and stands behind the place given. Changes of form (blanks, width, marks) are noted once a line and
 * reason, with how many there were; changes of words each by itself.
 */
export const Repair = z.object({
  reason: RepairReason,
  line: z.int().min(1),
  column: z.int().min(1),
  printed: z.string(),
  text: z.string(),
  /** 0 to 1. */
  confidence: z.number().min(0).max(1),
  count: z.int().min(1),
});
export type Repair = z.infer<typeof Repair>;

/** What speaks against a text, from a closed list. */
export const Doubt = z.enum([
  'lossy-decoding',
  'no-punctuation',
  'cut-sentences',
  'unreadable-characters',
  'little-text',
  'not-chinese',
  'doubtful-lines',
  'table-or-list',
]);
export type Doubt = z.infer<typeof Doubt>;

export const Provenance = z.object({
  /** The article's lines in reading order: headlines, byline, body and captions. */
  lines: z.array(LineRange),
  map: z.array(TextRun),
});
export type Provenance = z.infer<typeof Provenance>;

export const Change = z.object({
  kind: z.enum(['created', 'updated', 'superseded', 'retracted']),
  reason: z.string().nullable(),
  fields: z.array(z.string()),
});
export type Change = z.infer<typeof Change>;

/** `article.raw.v1`: one article as printed. */
export const RawArticle = z.object({
  id: Sha256,
  /** `revision × 1000 + enrichment`; only grows for an id. */
  version: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  change: Change,
  documentId: Sha256,
  source: Source,
  sourceId: z.string().nullable(),
  lane: Lane,
  publication: z.string().nullable(),
  issueDate: IsoDate.nullable(),
  page: z.string().nullable(),
  section: z.string().nullable(),
  kicker: z.string().nullable(),
  title: z.string().nullable(),
  subtitle: z.string().nullable(),
  byline: Byline,
  agency: z.string().nullable(),
  dateline: Dateline.nullable(),
  paragraphs: z.array(z.string()),
  captions: z.array(Caption),
  provenance: Provenance,
  continuedFrom: z.string().nullable(),
  continuesTo: z.string().nullable(),
  complete: z.boolean(),
  /** ISO 639-1, `und` where undecided. */
  language: z.string(),
  script: z.enum(['Hans', 'Hant']).nullable(),
  /** 0 to 1: how undamaged the text is, and how sure its lines are. */
  quality: z.number().min(0).max(1),
  /** Why the quality is below 1. */
  doubts: z.array(Doubt).default([]),
  /** What was changed. Numbers and names are never changed without a note here. */
  repairs: z.array(Repair).default([]),
  /** What may be wrong and was left as printed. */
  suggestions: z.array(Repair).default([]),
  /** Which rules split the document; 0 where it came as an article. */
  splitRevision: z.int().min(0).default(0),
  url: z.string().nullable(),
  eventTime: IsoTime.nullable(),
  publishedAt: IsoTime.nullable(),
  fetchedAt: IsoTime.nullable(),
  receivedAt: IsoTime,
});
export type RawArticle = z.infer<typeof RawArticle>;

/** UTF-16 offsets `[start, end)` into `paragraphs.join('\n')`. */
export const Span = z.tuple([z.int().min(0), z.int().min(0)]);
export type Span = z.infer<typeof Span>;

/** Lengths in UTF-16 units that add up to the text, and a part-of-speech tag for each. */
export const Tokens = z.object({ lengths: z.array(z.int().min(1)), tags: z.array(z.string()) });
export type Tokens = z.infer<typeof Tokens>;

export const Keyword = z.object({ term: z.string(), weight: z.number() });
export type Keyword = z.infer<typeof Keyword>;

export const Person = z.object({
  name: z.string(),
  role: z.string().nullable(),
  organization: z.string().nullable(),
  mentions: z.array(Span),
});
export const Organization = z.object({
  name: z.string(),
  short: z.string().nullable(),
  kind: z.string().nullable(),
  mentions: z.array(Span),
});
export const Place = z.object({ name: z.string(), region: z.string().nullable(), mentions: z.array(Span) });
export const NamedDocument = z.object({
  title: z.string(),
  kind: z.string().nullable(),
  issuer: z.string().nullable(),
  mentions: z.array(Span),
});
export type Person = z.infer<typeof Person>;
export type Organization = z.infer<typeof Organization>;
export type Place = z.infer<typeof Place>;
export type NamedDocument = z.infer<typeof NamedDocument>;

/** Which rules and data made the tags. */
export const NlpStamp = z.object({
  revision: z.int().min(1).max(999),
  dictionary: z.string(),
  segmenter: z.string(),
});
export type NlpStamp = z.infer<typeof NlpStamp>;

/** `article.tagged.v1`, the public contract. `titleTokens` cover `title` (empty where there is none), `tokens` the text. */
export const TaggedArticle = RawArticle.extend({
  tokens: Tokens,
  titleTokens: Tokens,
  keywords: z.array(Keyword),
  persons: z.array(Person),
  organizations: z.array(Organization),
  places: z.array(Place),
  documents: z.array(NamedDocument),
  nlp: NlpStamp,
});
export type TaggedArticle = z.infer<typeof TaggedArticle>;

/** `article.indexed.v1`: stored, and found by search. */
export const ArticleIndexed = z.object({
  id: Sha256,
  version: z.int().min(1),
  documentId: Sha256,
  title: z.string().nullable(),
  lane: Lane,
  change: Change,
  receivedAt: IsoTime,
  searchableAt: IsoTime,
});
export type ArticleIndexed = z.infer<typeof ArticleIndexed>;

/**
 * What a publisher may send as JSON: only `paragraphs` is needed. `id` and `version` are made from it; `sourceId` or `url` make
 * the id independent of the wording.
 */
export const RawArticleInput = z.object({
  paragraphs: z.array(z.string()).min(1),
  sourceId: z.string().nullish(),
  url: z.string().nullish(),
  revision: z.int().min(1).max(2 ** 42).nullish(),
  retracted: z.boolean().nullish(),
  publication: z.string().nullish(),
  issueDate: IsoDate.nullish(),
  page: z.string().nullish(),
  section: z.string().nullish(),
  kicker: z.string().nullish(),
  title: z.string().nullish(),
  subtitle: z.string().nullish(),
  byline: z.union([z.string(), Byline]).nullish(),
  agency: z.string().nullish(),
  dateline: Dateline.nullish(),
  captions: z.array(Caption.partial({ credit: true, lines: true })).nullish(),
  eventTime: IsoTime.nullish(),
  publishedAt: IsoTime.nullish(),
  fetchedAt: IsoTime.nullish(),
});
export type RawArticleInput = z.infer<typeof RawArticleInput>;
