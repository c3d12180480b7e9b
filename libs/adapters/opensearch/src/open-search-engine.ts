import type { IndexBuilder, SearchIndex } from '@wenliu/ports';
import { BulkWriter } from './bulk-writer.js';
import { IndexLifecycle } from './index-lifecycle.js';
import { indexNames } from './index-names.js';
import { IndexWriter } from './index-writer.js';
import { OpenSearchClient, type ConnectionOptions } from './open-search-client.js';
import { OpenSearchIndex } from './open-search-index.js';
import { SharedRefresh } from './shared-refresh.js';
import { Snapshots } from './snapshots.js';
import { SETTLE_MS, WriteTargets } from './write-targets.js';

export interface OpenSearchOptions extends ConnectionOptions {
  /** What the names of indexes begin with. */
  prefix?: string;
  /** Of indexes that are created from now on. */
  shards?: number;
  replicas?: number;
  /** Snapshots that cursors may refer to at a time, of this process; a node keeps 300 in all by default. */
  snapshots?: number;
  /** Milliseconds between refreshes, at least; see `SharedRefresh`. */
  refreshEveryMs?: number;
}

const PREFIX = 'wenliu-';
const MOST_SNAPSHOTS = 100;

/** Cursors into an index that is not live any more hold until it is removed. */
export interface OpenSearchEngine extends IndexBuilder {
  search: SearchIndex;
  close(): Promise<void>;
}

/**
 * Creates the index and its alias where they are missing. Rejects with `PortUnavailable` while OpenSearch is not reached, and
 * with `PortMisconfigured` where it refuses us or the index has another layout; `anyLayout` is for who builds it anew.
 */
export async function openOpenSearch(options: OpenSearchOptions, anyLayout = false): Promise<OpenSearchEngine> {
  const { prefix = PREFIX, shards = 1, replicas = 0, snapshots = MOST_SNAPSHOTS } = options;
  const client = new OpenSearchClient(options);
  const names = indexNames(prefix);
  const lifecycle = new IndexLifecycle(client, names, { shards, replicas });
  try {
    if (!anyLayout) await lifecycle.ensureLive();
  } catch (error) {
    await client.close();
    throw error;
  }
  const kept = new Snapshots(client, names, snapshots);
  const refresh = async (): Promise<void> => {
    await client.call({ method: 'POST', path: `/${names.live}/_refresh` });
    kept.forgetCurrent();
  };
  const writer = new IndexWriter(new BulkWriter(client), new WriteTargets(client, names), new SharedRefresh(refresh, options.refreshEveryMs));
  const search = new OpenSearchIndex(client, names, writer, kept);
  return {
    search,
    startBuilding: async () => {
      const name = await lifecycle.startBuilding();
      return {
        name,
        settled: () => new Promise((resolve) => setTimeout(resolve, SETTLE_MS)),
        put: (documents) => writer.putInto(name, documents),
        exchange: async () => {
          await client.call({ method: 'POST', path: `/${name}/_refresh` });
          return lifecycle.exchange(name);
        },
        abandon: () => lifecycle.remove(name),
      };
    },
    remove: (index) => lifecycle.remove(index),
    close: () => search.close(),
  };
}
