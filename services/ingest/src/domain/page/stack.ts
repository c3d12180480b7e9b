import type { ReadDateline } from './dateline.js';
import type { Group, GroupCaption } from './group.js';
import type { PageLine } from './page-line.js';

/** Headings, bylines and what stands among them, until the line after shows where they belong. */
export interface Stack {
  headings: PageLine[];
  bylines: Group['bylines'];
  imprints: Group['imprints'];
  captions: GroupCaption[];
  dateline: ReadDateline | null;
  first: PageLine | null;
  note(line: PageLine): void;
  isEmpty(): boolean;
  openInto(group: Group): void;
  joinText(group: Group): void;
  giveBack(group: Group, most: number): void;
}

export function createStack(): Stack {
  return {
    headings: [],
    bylines: [],
    imprints: [],
    captions: [],
    dateline: null,
    first: null,
    note(line) {
      this.first ??= line;
    },
    isEmpty() {
      return this.first === null;
    },
    /** As the head of an article. */
    openInto(group) {
      group.headings.push(...this.headings);
      group.bylines.push(...this.bylines);
      group.imprints.push(...this.imprints);
      group.captions.push(...this.captions);
      group.dateline ??= this.dateline;
    },
    /** As subheads and notes within a text. */
    joinText(group) {
      group.body.push(...this.headings.map((line) => ({ line, heading: true })));
      group.bylines.push(...this.bylines);
      group.imprints.push(...this.imprints);
      group.captions.push(...this.captions);
      group.dateline ??= this.dateline;
    },
    /** The first headings belong to the article above, which was printed without; the last stays here. */
    giveBack(group, most) {
      const gaps = this.headings.slice(1).map((line) => line.gap);
      const widest = Math.max(0, ...gaps);
      const parted = gaps.findIndex((gap) => gap === widest && gap > Math.min(...gaps)) + 1;
      const count = parted > 0 ? parted : Math.min(most, this.headings.length - 1);
      if (count > 0) group.headings.push(...this.headings.splice(0, count));
    },
  };
}
