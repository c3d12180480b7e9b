import { originalStoreContract } from '@wenliu/ports/original-store.contract';
import { openTemporary } from './temporary-engine.fixture.js';

originalStoreContract(
  'sqlite',
  async () => {
    const temporary = await openTemporary();
    return {
      store: temporary.engine.originals,
      reopen: async () => (await temporary.reopen()).originals,
      dispose: () => temporary.dispose(),
    };
  },
  { survivesRestart: true },
);
