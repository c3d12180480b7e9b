import { useEngine } from '@wenliu/engines/use-engine';
import { ledgerContract } from '@wenliu/ports/ledger.contract';
import { openTemporary } from './temporary-database.fixture.js';

await useEngine('mongodb', (uri) => {
  ledgerContract(
    'mongodb',
    async () => {
      const temporary = await openTemporary(uri);
      return {
        ledger: temporary.engine.ledger,
        reopen: async () => (await temporary.reopen()).ledger,
        dispose: () => temporary.dispose(),
      };
    },
    { survivesRestart: true },
  );
});
