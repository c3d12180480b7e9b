import { createConnection, type ConnectOptions } from 'mongoose';
import type { ArticleStore, Ledger, OriginalStore } from '@wenliu/ports';
import { MongoArticleStore } from './mongo-article-store.js';
import { guarded } from './mongo-errors.js';
import { MongoLedger } from './mongo-ledger.js';
import { MongoOriginalStore } from './mongo-original-store.js';

export interface MongoOptions {
  /** `mongodb://` or `mongodb+srv://`, with user, password, TLS and replica set as MongoDB writes them. */
  uri: string;
  /** The database; the one in the address where it is absent. */
  database?: string;
  /** How long a call waits for a server before it is `PortUnavailable`. */
  timeoutMs?: number;
}

export interface MongoEngine {
  articles: ArticleStore;
  ledger: Ledger;
  originals: OriginalStore;
  close(): Promise<void>;
}

const TIMEOUT_MS = 5_000;
/** The largest message, 48 MB, over a slow line. With the driver's second try it is below what a stage is given for a batch. */
const ANSWER_TIMEOUT_MS = 25_000;

/**
 * Connects, and creates or checks the indexes. Rejects with `PortUnavailable` while there is no server, and with `PortMisconfigured`
 * where it refuses or has an index with other options. Later losses of the server are the driver's to mend.
 */
export async function openMongo({ uri, database, timeoutMs = TIMEOUT_MS }: MongoOptions): Promise<MongoEngine> {
  const connection = createConnection();
  const options: ConnectOptions = {
    ...(database === undefined ? {} : { dbName: database }),
    appName: 'wenliu',
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    maxPoolSize: 8,
    serverSelectionTimeoutMS: timeoutMs,
    connectTimeoutMS: timeoutMs,
    waitQueueTimeoutMS: 2 * timeoutMs,
    socketTimeoutMS: ANSWER_TIMEOUT_MS,
    // Bytes are bytes: no class of the driver leaves the package.
    promoteBuffers: true,
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
  };
  try {
    return await guarded('MongoDB', async () => {
      await connection.openUri(uri, options);
      const db = connection.db;
      if (db === undefined) throw new Error('connected to no database');
      const [articles, ledger, originals] = [await MongoArticleStore.open(db), await MongoLedger.open(db), await MongoOriginalStore.open(db)];
      return { articles, ledger, originals, close: () => connection.close() };
    });
  } catch (error) {
    await connection.close(true);
    throw error;
  }
}
