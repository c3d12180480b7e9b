import { it } from '@jest/globals';
import { useEngine } from '@wenliu/engines/use-engine';
import { articleStoreContract, type ArticleStoreFeatures } from '@wenliu/ports/article-store.contract';
import { openTemporary } from './temporary-database.fixture.js';

const tooLong = {
  id: 'ab'.repeat(32),
  version: 1,
  documentId: 'cd'.repeat(32),
  contentHash: 'ef'.repeat(32),
  retracted: false,
  body: new Uint8Array(16 * 1024 * 1024),
};

function describeStore(name: string, uri: string, features: Partial<ArticleStoreFeatures> = {}): void {
  articleStoreContract(
    name,
    async () => {
      const temporary = await openTemporary(uri);
      return {
        store: temporary.engine.articles,
        reopen: async () => (await temporary.reopen()).articles,
        dispose: () => temporary.dispose(),
      };
    },
    { survivesRestart: true, atomicWrites: true, unstorable: tooLong, ...features },
  );
}

await useEngine('mongodb', (uri) => describeStore('mongodb', uri));

// Another server of the same protocol, by hand: it takes a minute. FerretDB 1 finds and replaces in two steps.
const ferretdb = process.env['WENLIU_FERRETDB_URI'];
if (ferretdb === undefined) it.skip('article store contract: ferretdb (skipped: WENLIU_FERRETDB_URI is not set)', () => undefined);
else describeStore('ferretdb', ferretdb, { atomicWrites: false });
