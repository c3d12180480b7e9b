import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { ledgerContract } from '@wenliu/ports/ledger.contract';
import { openTemporary } from './temporary-engine.fixture.js';
import { LedgerDatabase } from './threads/ledger-database.js';

ledgerContract(
  'sqlite',
  async () => {
    const temporary = await openTemporary();
    return {
      ledger: temporary.engine.ledger,
      reopen: async () => (await temporary.reopen()).ledger,
      dispose: () => temporary.dispose(),
    };
  },
  { survivesRestart: true },
);

describe('receipts in SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wenliu-ledger-'));
  const database = new LedgerDatabase(join(folder, 'ledger.db'));
  afterAll(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const DAY_MS = 24 * 3_600_000;

  it('are given for a day and not longer', () => {
    database.keepReceipt('key', 'f', { items: [] }, 1_000);
    expect(database.receipt('key', 1_000 + DAY_MS - 1)).toEqual({ fingerprint: 'f', receipt: { items: [] } });
    expect(database.receipt('key', 1_000 + DAY_MS)).toBeNull();
  });

  it('may be kept anew when the day is over', () => {
    database.keepReceipt('again', 'old', { items: [] }, 0);
    database.keepReceipt('again', 'new', { items: [] }, 2 * DAY_MS);
    expect(database.receipt('again', 2 * DAY_MS + 1)).toMatchObject({ fingerprint: 'new' });
  });
});
