import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleStore, IndexBuilder, IndexBuilding, OriginalStore, SearchIndex } from '@wenliu/ports';
import { openSqlite } from './sqlite-engine.js';
import { SearchWriter } from './threads/search-writer.js';

export interface SqliteMaintenance extends IndexBuilder {
  articles: ArticleStore;
  search: SearchIndex;
  close(): Promise<void>;
}

const BUILDING = 'search-building.db';

/** Store and index of a folder that no server has open. An index that is exchanged takes its place when all is closed. */
export async function openSqliteMaintenance(folder: string, largeOriginals: OriginalStore): Promise<SqliteMaintenance> {
  const engine = await openSqlite(folder, largeOriginals);
  let exchanged = false;
  return {
    articles: engine.articles,
    search: engine.search,
    startBuilding: async () => {
      removeDatabase(folder, BUILDING);
      return building(folder, () => (exchanged = true));
    },
    remove: async () => {
      // The file of the old index is replaced as a whole.
    },
    close: () =>
      engine.close(() => {
        if (!exchanged) return;
        removeDatabase(folder, 'search.db');
        renameSync(join(folder, BUILDING), join(folder, 'search.db'));
      }),
  };
}

function building(folder: string, exchange: () => void): IndexBuilding {
  const writer = new SearchWriter(join(folder, BUILDING));
  return {
    name: BUILDING,
    settled: async () => {
      // Nobody else writes.
    },
    put: async (documents) => writer.put(documents),
    exchange: async () => {
      // Its write-ahead log goes into the file.
      writer.close();
      exchange();
      return [];
    },
    abandon: async () => {
      writer.close();
      removeDatabase(folder, BUILDING);
    },
  };
}

function removeDatabase(folder: string, name: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, name + suffix), { force: true });
}
