import type { Byline } from '@wenliu/contracts';
import type { ReadCaption } from './caption.js';
import type { ReadDateline } from './dateline.js';
import type { Imprint } from './imprint.js';
import type { PageLine } from './page-line.js';
import type { Reason } from './reading.js';
import type { LineRole } from '../split-result.js';

/** The lines of one article, sorted by what they are. */
export interface Group {
  headings: PageLine[];
  bylines: { line: PageLine; byline: Byline }[];
  imprints: { line: PageLine; imprint: Imprint | null }[];
  /** From a line of its own; one that opens the text is read with the text. */
  dateline: ReadDateline | null;
  body: BodyLine[];
  captions: GroupCaption[];
  /** “据《……》”, “新华社……电” after the text. */
  signOffs: PageLine[];
}

export interface BodyLine {
  line: PageLine;
  /** A heading within the text. */
  heading: boolean;
}

interface GroupCaption {
  lines: PageLine[];
  caption: ReadCaption;
}

/** What became of one printed line. */
export interface Place {
  /** Index of the group, `null` where the line is no article's. */
  group: number | null;
  role: LineRole;
  reason: Reason;
  margin: number;
}

export function createGroup(): Group {
  return { headings: [], bylines: [], imprints: [], dateline: null, body: [], captions: [], signOffs: [] };
}
