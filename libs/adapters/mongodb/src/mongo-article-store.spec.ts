import { useEngine } from '@wenliu/engines/use-engine';
import { articleStoreContract } from '@wenliu/ports/article-store.contract';
import { openTemporary } from './temporary-database.fixture.js';

const tooLong = {
  id: 'ab'.repeat(32),
  version: 1,
  documentId: 'cd'.repeat(32),
  contentHash: 'ef'.repeat(32),
  retracted: false,
  body: new Uint8Array(16 * 1024 * 1024),
};

await useEngine('mongodb', (uri) => {
  articleStoreContract(
    'mongodb',
    async () => {
      const temporary = await openTemporary(uri);
      return {
        store: temporary.engine.articles,
        reopen: async () => (await temporary.reopen()).articles,
        dispose: () => temporary.dispose(),
      };
    },
    { survivesRestart: true, unstorable: tooLong },
  );
});
