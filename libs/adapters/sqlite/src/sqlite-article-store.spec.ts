import { articleStoreContract } from '@wenliu/ports/article-store.contract';
import { openTemporary } from './temporary-engine.fixture.js';

articleStoreContract(
  'sqlite',
  async () => {
    const temporary = await openTemporary();
    return {
      store: temporary.engine.articles,
      reopen: async () => (await temporary.reopen()).articles,
      dispose: () => temporary.dispose(),
    };
  },
  { survivesRestart: true, atomicWrites: true, unstorable: null },
);
