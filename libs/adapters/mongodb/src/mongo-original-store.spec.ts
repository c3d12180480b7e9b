import { useEngine } from '@wenliu/engines/use-engine';
import { originalStoreContract } from '@wenliu/ports/original-store.contract';
import { openTemporary } from './temporary-database.fixture.js';

await useEngine('mongodb', (uri) => {
  originalStoreContract(
    'mongodb',
    async () => {
      const temporary = await openTemporary(uri);
      return {
        store: temporary.engine.originals,
        reopen: async () => (await temporary.reopen()).originals,
        dispose: () => temporary.dispose(),
      };
    },
    { survivesRestart: true },
  );
});
