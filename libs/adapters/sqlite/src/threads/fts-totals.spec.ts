import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { searchDocument } from '@wenliu/ports/search-index.contract';
import { SearchWriter } from './search-writer.js';

describe('the totals that FTS5 ranks by', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wenliu-totals-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let path: string;
  let files = 0;
  beforeEach(() => {
    path = join(folder, `${++files}.db`);
  });
  const document = (n: number, version = 1, deleted = false) => searchDocument(`d${n}`, { version, deleted, title: '企业', text: '出口市场'.repeat(n % 5) });

  function change(act: (writer: SearchWriter) => void): void {
    const writer = new SearchWriter(path);
    act(writer);
    writer.close();
  }
  function totals(): string {
    const db = new DatabaseSync(path, { readOnly: true });
    // A BLOB column.
    const { block } = db.prepare('SELECT block FROM fts_data WHERE id = 1').get() as { block: Uint8Array };
    db.close();
    return Buffer.from(block).toString('hex');
  }
  const many = Array.from({ length: 300 }, (_, n) => document(n));

  it('are those of the articles that are there, however often they were replaced', () => {
    change((writer) => writer.put(many));
    const once = totals();
    change((writer) => {
      for (const version of [2, 3, 4]) writer.put(many.map((one) => ({ ...one, version, text: version === 4 ? one.text : '别的文字' })));
      writer.put([document(1_000), document(1_000, 2), document(1_000, 3, true)]);
    });
    expect(totals()).toBe(once);
  });

  it('are none when all articles are retracted', () => {
    change((writer) => writer.put(many));
    change((writer) => writer.put(many.map((one) => ({ ...one, version: 2, deleted: true }))));
    expect(totals()).toBe('00000000');
  });

  it('are counted anew where an earlier version of Wenliu left them wrong', () => {
    change((writer) => writer.put(many));
    const right = totals();
    const db = new DatabaseSync(path);
    db.enableDefensive(false);
    db.prepare("UPDATE fts_data SET block = x'8f0a8f0a8f0a8f0a' WHERE id = 1").run();
    db.close();
    expect(totals()).not.toBe(right);
    change(() => undefined);
    expect(totals()).toBe(right);
  });
});
