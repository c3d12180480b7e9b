import { ledgerContract } from '@wenliu/ports/ledger.contract';
import { openTemporary } from './temporary-database.fixture.js';

const uri = (): string => process.env['WENLIU_MONGODB_URI'] ?? '';

ledgerContract(
  'mongodb',
  async () => {
    const temporary = await openTemporary(uri());
    return {
      ledger: temporary.engine.ledger,
      reopen: async () => (await temporary.reopen()).ledger,
      dispose: () => temporary.dispose(),
    };
  },
  { survivesRestart: true },
);
