import { searchArticles } from '../../api/client.js';
import { useLoad } from '../../api/use-load.js';
import { exampleQueries } from '../../lib/examples.js';
import { EMPTY_SEARCH, searchHref } from '../../lib/url-state.js';

/** Queries that find something in what is loaded. */
export function Examples({ title }: { title: string }) {
  const [load] = useLoad('facets of everything', (signal) => searchArticles(EMPTY_SEARCH, null, signal));
  const queries = load.kind === 'ready' ? exampleQueries(load.value.facets) : [];
  if (queries.length === 0) return null;
  return <ExampleLinks title={title} queries={queries} />;
}

export function ExampleLinks({ title, queries }: { title: string; queries: readonly string[] }) {
  return (
    <div class="examples">
      <p class="examples-title">{title}</p>
      <ul>
        {queries.map((q) => (
          <li key={q}><a class="chip" lang="zh-Hans" href={searchHref({ q })}>{q}</a></li>
        ))}
      </ul>
    </div>
  );
}
