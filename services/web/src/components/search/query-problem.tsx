import type { Problem } from '@wenliu/contracts';
import { messages } from '../../i18n/index.js';
import { partQuery } from '../../lib/query-position.js';

export function QueryProblem({ query, problem }: { query: string; problem: Problem }) {
  const m = messages.value.problem;
  const position = problem.position ?? 0;
  const { before, at, after } = partQuery(query, position);
  return (
    <section class="notice" role="alert">
      <h2>{m.queryTitle}</h2>
      <p class="faulty-query">
        <code>
          {before}
          <mark class="fault">{at === '' ? '\u00a0' : at}</mark>
          {after}
        </code>
      </p>
      <p>{at === '' ? m.atEnd : m.atPosition(position + 1)}</p>
      <p class="notice-detail">
        {problem.detail} {problem.hint}
      </p>
    </section>
  );
}
