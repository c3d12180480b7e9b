import type { LineRange, RawArticle } from '@wenliu/contracts';
import type { ArticleDraft } from './draft.js';
import type { Reason } from './page/reading.js';

/** Lines of a document that belong to no article, and what they are. */
export interface Residue {
  role: ResidueRole;
  lines: LineRange;
}

export type ResidueRole =
  | 'blank'
  | 'masthead'
  | 'date'
  | 'page-number'
  | 'section'
  | 'staff'
  | 'contact'
  | 'navigation'
  | 'rule'
  | 'advert'
  | 'pull-quote'
  | 'heading'
  | 'markup'
  | 'unused';

/** What a line is to its article; `residue` where it belongs to none. */
export type LineRole = 'headline' | 'byline' | 'text' | 'subhead' | 'caption' | 'sign-off' | 'residue';

/** Why a line went where it went. */
export interface LineNote {
  /** 1-based. */
  line: number;
  role: LineRole;
  /** Index of its article, `null` where it belongs to none; then the residue says what it is. */
  article: number | null;
  /** A code of a closed list, `Reason` in page/reading.ts. */
  reason: Reason;
  /** ln of the odds against the next best place, below 0 where only what followed decided; 0 where there was no choice. */
  score: number;
}

export type SplitResult =
  | {
      kind: 'articles';
      articles: RawArticle[];
      residue: Residue[];
      /** The encoding the bytes turned out to be in. */
      encoding: string;
      lossy: boolean;
      /** Lines of the decoded document. */
      lines: number;
      /** Each printed line of a page; empty for documents that come as articles. */
      notes: LineNote[];
      /** The articles came apart from each other, not as the text of a page, so only a mark makes one a part of another. */
      cameApart: boolean;
    }
  | { kind: 'empty' }
  | { kind: 'failed'; reason: 'undecodable-bytes' | 'unsupported-content' | 'invalid-message'; detail: string };

/** What a splitter found. `roles` is by line: what a line is that no article has, `null` for an article's line. */
export type Split =
  | { kind: 'drafts'; drafts: ArticleDraft[]; roles: (ResidueRole | null)[]; notes: LineNote[]; cameApart: boolean }
  | { kind: 'failed'; reason: 'unsupported-content' | 'invalid-message'; detail: string };
