import { join } from 'node:path';
import { FolderOriginalStore } from '@wenliu/adapter-folder';
import { openSqlite } from '@wenliu/adapter-sqlite';
import type { Ports } from './ports.js';

/** SQLite and a folder: one process, one machine, nothing else to install. */
export async function openEmbedded(folder: string): Promise<Ports> {
  const { log, ledger, articles, search, close } = await openSqlite(folder);
  return { log, ledger, articles, search, originals: new FolderOriginalStore(join(folder, 'originals')), close };
}
