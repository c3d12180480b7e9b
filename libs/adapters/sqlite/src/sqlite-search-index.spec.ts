import { searchIndexContract, type OpenedSearchIndex } from '@wenliu/ports/search-index.contract';
import { searchAgreementContract } from '@wenliu/testing/search-agreement.contract';
import { searchRankingContract } from '@wenliu/testing/search-ranking.contract';
import { openTemporary } from './temporary-engine.fixture.js';

async function open(): Promise<OpenedSearchIndex> {
  const temporary = await openTemporary();
  return {
    index: temporary.engine.search,
    reopen: async () => (await temporary.reopen()).search,
    dispose: () => temporary.dispose(),
  };
}

// A ranking is read 200 rows at a time at first.
searchIndexContract('sqlite', open, { survivesRestart: true, snapshotMatches: 200 });
searchAgreementContract('sqlite', open);
searchRankingContract('sqlite', open);
