import type { Problem } from '@wenliu/contracts';
import { isUnfiltered, type SearchState } from '../../lib/url-state.js';
import { loadSearch, type SearchView } from '../../state/search-store.js';
import { FailureNotice } from '../ui/failure-notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { EmptyResult } from './empty-result.js';
import { FirstRun } from './first-run.js';
import { QueryProblem } from './query-problem.js';
import { ResultList } from './result-list.js';

interface SearchOutcomeProps {
  search: SearchState;
  view: SearchView;
}

export function SearchOutcome({ search, view }: SearchOutcomeProps) {
  const retry = (): void => void loadSearch(search);
  switch (view.kind) {
    case 'loading':
      if (view.shown === null || view.shown.items.length === 0) {
        return <div class="results"><Skeleton blocks={5} lines={3} /></div>;
      }
      return <ResultList search={search} result={view.shown} more="idle" isBusy />;
    case 'failed': {
      const problem = view.failure.kind === 'problem' ? view.failure.problem : null;
      return (
        <div class="results">
          {problem !== null && isQueryProblem(problem) ? (
            <QueryProblem query={search.q} problem={problem} />
          ) : (
            <FailureNotice failure={view.failure} retry={retry} />
          )}
        </div>
      );
    }
    case 'ready':
      if (view.result.total > 0) return <ResultList search={search} result={view.result} more={view.more} isBusy={false} />;
      return search.q === '' && isUnfiltered(search) ? <FirstRun reload={retry} /> : <EmptyResult search={search} />;
  }
}

function isQueryProblem(problem: Problem): boolean {
  return problem.status === 400 && problem.position !== undefined;
}
