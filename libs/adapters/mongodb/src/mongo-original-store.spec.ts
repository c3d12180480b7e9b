import { originalStoreContract } from '@wenliu/ports/original-store.contract';
import { openTemporary } from './temporary-database.fixture.js';

const uri = (): string => process.env['WENLIU_MONGODB_URI'] ?? '';

originalStoreContract(
  'mongodb',
  async () => {
    const temporary = await openTemporary(uri());
    return {
      store: temporary.engine.originals,
      reopen: async () => (await temporary.reopen()).originals,
      dispose: () => temporary.dispose(),
    };
  },
  { survivesRestart: true },
);
