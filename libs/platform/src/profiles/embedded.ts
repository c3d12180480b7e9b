import { join } from 'node:path';
import { FolderOriginalStore } from '@wenliu/adapter-folder';
import { openSqlite } from '@wenliu/adapter-sqlite';
import type { Ports } from './ports.js';

/** SQLite and a folder: one process, one machine, nothing else to install. */
export function openEmbedded(folder: string): Promise<Ports> {
  return openSqlite(folder, new FolderOriginalStore(join(folder, 'originals')));
}
