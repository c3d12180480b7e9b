import type { DatabaseSync } from 'node:sqlite';

/**
 * What FTS5 knows of its table as a whole: rows, and terms in each column. BM25 is computed from it. FTS5 does not take off what
 * is deleted from a contentless table, so every update of an article would count it once more; here it is taken off. The record
 * is row 1 of the data table: as many variable-length integers, as SQLite's fts5_index.c describes ("averages record").
 */
type Totals = number[];

const COLUMNS = 3;

/** Of rows that are about to be deleted; added up. */
export class FtsTotals {
  private readonly removed: Totals = new Array<number>(1 + COLUMNS).fill(0);

  constructor(private readonly db: DatabaseSync) {
    // The record is in a table that FTS5 calls its own.
    db.enableDefensive(false);
    const rows = Number(db.prepare('SELECT count(*) AS n FROM docs WHERE deleted = 0').get()?.['n'] ?? 0);
    if (this.read()[0] !== rows) this.recount();
  }

  willDelete(row: number): void {
    const sizes = readIntegers(this.db.prepare('SELECT sz FROM fts_docsize WHERE id = ?').get(row)?.['sz']);
    for (const [column, terms] of [1, ...sizes].entries()) this.removed[column] = (this.removed[column] ?? 0) + terms;
  }

  /** At the end of the transaction that deleted. */
  settle(): void {
    if (this.removed[0] === 0) return;
    // A savepoint makes FTS5 write its record, and read it again when it is next needed.
    this.db.exec('SAVEPOINT totals');
    this.write(this.read().map((total, n) => total - (this.removed[n] ?? 0)));
    this.db.exec('RELEASE totals');
    this.removed.fill(0);
  }

  forget(): void {
    this.removed.fill(0);
  }

  private recount(): void {
    const totals: Totals = new Array<number>(1 + COLUMNS).fill(0);
    for (const { sz } of this.db.prepare('SELECT sz FROM fts_docsize').iterate()) {
      for (const [column, terms] of [1, ...readIntegers(sz)].entries()) totals[column] = (totals[column] ?? 0) + terms;
    }
    this.write(totals);
  }

  private read(): Totals {
    const totals = readIntegers(this.db.prepare('SELECT block FROM fts_data WHERE id = 1').get()?.['block']);
    return totals.length === 0 ? new Array<number>(1 + COLUMNS).fill(0) : totals;
  }

  private write(totals: Totals): void {
    this.db.prepare('UPDATE fts_data SET block = ? WHERE id = 1').run(Uint8Array.from(totals.flatMap(toBytes)));
  }
}

/** SQLite's variable-length integers: seven bits a byte, the highest first, the top bit of all but the last set. */
function readIntegers(blob: unknown): number[] {
  if (!(blob instanceof Uint8Array)) return [];
  const found: number[] = [];
  let value = 0;
  for (const byte of blob) {
    value = value * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    found.push(value);
    value = 0;
  }
  return found;
}

function toBytes(value: number): number[] {
  const bytes = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift(0x80 | (rest % 128));
  return bytes;
}
