import type { PipelineStatus } from '@wenliu/contracts';
import { language, messages } from '../../i18n/index.js';
import { formatMoment } from '../../lib/format.js';

export function ProblemList({ problems }: { problems: PipelineStatus['problems'] }) {
  const m = messages.value.pipeline;
  if (problems.length === 0) return null;
  return (
    <section class="problems" role="status" aria-labelledby="problems-title">
      <h2 id="problems-title">{m.problems}</h2>
      <ul>
        {problems.map(({ source, detail, since }) => (
          <li key={`${source} ${detail}`}>
            <b>{source}</b>
            <span>{detail}</span>
            <span class="muted">{m.problemSince(formatMoment(since, language.value))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
