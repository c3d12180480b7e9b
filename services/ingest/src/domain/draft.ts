import type { RawArticle, TextRun } from '@wenliu/contracts';

/** An article as found in a document, before it has an id. Everything a splitter does not know stays as in `EMPTY_DRAFT`. */
export interface ArticleDraft
  extends Omit<
    RawArticle,
    'id' | 'version' | 'change' | 'documentId' | 'source' | 'lane' | 'provenance' | 'language' | 'script' | 'quality' | 'doubts' | 'splitRevision' | 'receivedAt'
  > {
  /** Lines in reading order: headlines, byline, body, captions. */
  lines: number[];
  map: TextRun[];
  /** 0 to 1: how sure it is that these lines are one article and all of it. */
  sureness: number;
  /** `null`: the document's. */
  revision: number | null;
  retracted: boolean;
  /** The address names this article alone, not a page with others on it. */
  ownUrl: boolean;
}

export const EMPTY_DRAFT: Readonly<ArticleDraft> = {
  sourceId: null,
  publication: null,
  issueDate: null,
  page: null,
  section: null,
  kicker: null,
  title: null,
  subtitle: null,
  byline: { raw: null, authors: [], photographers: [] },
  agency: null,
  dateline: null,
  paragraphs: [],
  captions: [],
  continuedFrom: null,
  continuesTo: null,
  complete: true,
  url: null,
  eventTime: null,
  publishedAt: null,
  fetchedAt: null,
  repairs: [],
  suggestions: [],
  lines: [],
  map: [],
  sureness: 1,
  revision: null,
  retracted: false,
  ownUrl: false,
};
