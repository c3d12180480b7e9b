import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FolderOriginalStore } from '@wenliu/adapter-folder';
import { openMongo } from '@wenliu/adapter-mongodb';
import { openOpenSearch } from '@wenliu/adapter-opensearch';
import { openSqliteMaintenance } from '@wenliu/adapter-sqlite';
import type { ArticleStore, IndexBuilder, SearchIndex } from '@wenliu/ports';
import type { ClusterSettings } from '../cluster.settings.js';
import type { PlatformSettings } from '../platform.settings.js';
import { mongoOptions, openSearchOptions } from './engines.js';

/** Store and index, for work on them beside the pipeline. */
export interface Maintenance {
  articles: ArticleStore;
  search: SearchIndex;
  builder: IndexBuilder;
  close: () => Promise<void>;
}

/** Of the profile that the settings name; the embedded one has to be stopped. `anyLayout`: also an index of another version of Wenliu. */
export function openMaintenance(settings: PlatformSettings & ClusterSettings, anyLayout: boolean): Promise<Maintenance> {
  return settings.WENLIU_PROFILE === 'cluster' ? openClusterStores(settings, anyLayout) : openEmbeddedStores(settings.WENLIU_DATA);
}

async function openEmbeddedStores(folder: string): Promise<Maintenance> {
  if (!existsSync(join(folder, 'articles.db'))) throw new Error(`${folder} holds no data of Wenliu: name the folder with WENLIU_DATA, or set WENLIU_PROFILE=cluster`);
  const engine = await openSqliteMaintenance(folder, new FolderOriginalStore(join(folder, 'originals')));
  return { articles: engine.articles, search: engine.search, builder: engine, close: () => engine.close() };
}

async function openClusterStores(settings: ClusterSettings, anyLayout: boolean): Promise<Maintenance> {
  const mongo = await openMongo(mongoOptions(settings));
  try {
    const openSearch = await openOpenSearch(openSearchOptions(settings), anyLayout);
    const close = async (): Promise<void> => {
      await Promise.all([mongo.close(), openSearch.close()]);
    };
    return { articles: mongo.articles, search: openSearch.search, builder: openSearch, close };
  } catch (error) {
    await mongo.close();
    throw error;
  }
}
