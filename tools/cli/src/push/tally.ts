import type { Answer } from './deliver.js';
import type { Acknowledged } from './journal.js';

/** What became of what was pushed so far. */
export class Tally {
  accepted = 0;
  duplicate = 0;
  rejected = 0;
  /** Documents that an earlier run has sent. */
  before = 0;
  unreadable = 0;
  /** Of the files, sent or passed over. */
  bytes = 0;
  /** All was sent; `false` where it was stopped before. */
  complete = true;
  /** Of every document the server has; for `--wait`. */
  readonly ids = new Set<string>();

  answered(answers: readonly Answer[], bytes: number): void {
    this.bytes += bytes;
    for (const { item } of answers) {
      this[item.outcome] += 1;
      if (item.outcome !== 'rejected' && item.id !== null) this.ids.add(item.id);
    }
  }

  skipped({ ids, from, to }: Acknowledged): void {
    this.bytes += to - from;
    this.before += ids.length;
    for (const id of ids) this.ids.add(id);
  }

  get documents(): number {
    return this.accepted + this.duplicate + this.rejected + this.before;
  }

  words(): string {
    return `documents: ${this.documents}`;
  }

  summary(): string {
    const parts = [`${this.accepted} accepted`, `${this.duplicate} duplicate`, `${this.rejected} rejected`];
    if (this.before > 0) parts.push(`${this.before} sent before`);
    if (this.unreadable > 0) parts.push(`${this.unreadable} unreadable`);
    return `pushed ${this.documents}: ${parts.join(', ')}`;
  }
}
