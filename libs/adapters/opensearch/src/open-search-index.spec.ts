import { useEngine } from '@wenliu/engines/use-engine';
import { searchIndexContract, type OpenedSearchIndex } from '@wenliu/ports/search-index.contract';
import { searchAgreementContract } from '@wenliu/testing/search-agreement.contract';
import { searchRankingContract } from '@wenliu/testing/search-ranking.contract';
import { openTemporary } from './temporary-index.fixture.js';

await useEngine('opensearch', (node) => {
  async function open(): Promise<OpenedSearchIndex> {
    const temporary = await openTemporary(node);
    return {
      index: temporary.engine.search,
      reopen: async () => (await temporary.reopen()).search,
      dispose: () => temporary.dispose(),
    };
  }

  // Pages are read from a point in time.
  searchIndexContract('opensearch', open, { survivesRestart: true, snapshotMatches: Infinity });
  searchAgreementContract('opensearch', open);
  searchRankingContract('opensearch', open);
});
