import type { LineRange, RawArticle } from '@wenliu/contracts';
import type { ArticleDraft } from './draft.js';

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
  | 'heading'
  | 'markup'
  | 'unused';

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
    }
  | { kind: 'empty' }
  | { kind: 'failed'; reason: 'undecodable-bytes' | 'unsupported-content' | 'invalid-message'; detail: string };

/** What a splitter found. `roles` is by line: what a line is that no article has, `null` for an article's line. */
export type Split =
  | { kind: 'drafts'; drafts: ArticleDraft[]; roles: (ResidueRole | null)[] }
  | { kind: 'failed'; reason: 'unsupported-content' | 'invalid-message'; detail: string };
