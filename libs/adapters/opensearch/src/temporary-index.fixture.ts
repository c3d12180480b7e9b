import { randomBytes } from 'node:crypto';
import { OpenSearchClient } from './open-search-client.js';
import { openOpenSearch, type OpenSearchEngine, type OpenSearchOptions } from './open-search-engine.js';

export interface TemporaryIndex {
  readonly engine: OpenSearchEngine;
  readonly options: OpenSearchOptions;
  reopen(): Promise<OpenSearchEngine>;
  dispose(): Promise<void>;
}

/** Indexes under a prefix of their own, which go with it. */
export async function openTemporary(node: string, more: Partial<OpenSearchOptions> = {}): Promise<TemporaryIndex> {
  // Tests write one document after the other and wait for each.
  const options: OpenSearchOptions = { node, refreshEveryMs: 50, prefix: `test-${randomBytes(6).toString('hex')}-`, ...more };
  let engine = await openOpenSearch(options);
  return {
    options,
    get engine() {
      return engine;
    },
    reopen: async () => {
      await engine.close();
      engine = await openOpenSearch(options);
      return engine;
    },
    dispose: async () => {
      await engine.close();
      const client = new OpenSearchClient({ node });
      await client.call({ method: 'DELETE', path: `/${options.prefix ?? ''}*` });
      await client.close();
    },
  };
}
