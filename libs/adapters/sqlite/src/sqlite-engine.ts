import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleStore, Ledger, MessageLog, OriginalStore, SearchIndex } from '@wenliu/ports';
import { acquireDataLock, type DataLock } from './data-lock.js';
import { ReaderPool } from './reader-pool.js';
import { ThreadClient } from './rpc.js';
import { SqliteArticleStore } from './sqlite-article-store.js';
import { SqliteLedger } from './sqlite-ledger.js';
import { SqliteMessageLog } from './sqlite-message-log.js';
import { SqliteOriginalStore } from './sqlite-original-store.js';
import { SqliteSearchIndex } from './sqlite-search-index.js';

export interface SqliteEngine {
  log: MessageLog;
  ledger: Ledger;
  articles: ArticleStore;
  search: SearchIndex;
  originals: OriginalStore;
  /** `last` is done while the folder still belongs to this process and nothing is open. */
  close(last?: () => void): Promise<void>;
}

/** One answers alone until two questions come at once. */
const READERS = 2;

/** Opens the databases of a folder, on three kinds of threads; originals too large for a database go to the store given. Throws `DataInUse` when another process has them open. */
export async function openSqlite(folder: string, largeOriginals: OriginalStore): Promise<SqliteEngine> {
  mkdirSync(folder, { recursive: true });
  const lock: DataLock = acquireDataLock(folder);
  const paths = {
    logPath: join(folder, 'log.db'),
    ledgerPath: join(folder, 'ledger.db'),
    originalsPath: join(folder, 'originals.db'),
    articlesPath: join(folder, 'articles.db'),
    searchPath: join(folder, 'search.db'),
  };
  const thread = (name: string): ThreadClient => new ThreadClient(name, new URL(`./threads/${name}.thread.js`, import.meta.url), paths);
  const logThread = thread('log');
  const writer = thread('writer');
  try {
    // Readers open files that the writer makes.
    await Promise.all([writer.call('ready', null), logThread.call('topics', '')]);
  } catch (error) {
    await Promise.all([writer.end(), logThread.end()]);
    lock.release();
    throw error;
  }
  const readers = new ReaderPool(READERS, () => thread('reader'));
  const log = new SqliteMessageLog(logThread);
  return {
    log,
    ledger: new SqliteLedger(logThread),
    articles: new SqliteArticleStore(writer, readers),
    search: new SqliteSearchIndex(writer, readers),
    originals: new SqliteOriginalStore(logThread, largeOriginals),
    close: async (last) => {
      await log.close();
      await readers.close();
      await writer.close();
      last?.();
      lock.release();
    },
  };
}
