import type { PipelineStatus } from '@wenliu/contracts';
import { language, messages } from '../../i18n/index.js';
import { formatCount, formatMoment } from '../../lib/format.js';
import { waitingMessages } from '../../lib/pipeline-figures.js';

export function PipelineSummary({ status }: { status: PipelineStatus }) {
  const m = messages.value.pipeline;
  const figures: [string, number][] = [
    [m.documents, status.documents],
    [m.articles, status.articles],
    [m.waiting, waitingMessages(status)],
    [m.quarantined, status.quarantined],
  ];
  return (
    <>
      <dl class="figures">
        {figures.map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>{formatCount(value, language.value)}</dd>
          </div>
        ))}
      </dl>
      <p class="meta">
        <span>{m.profiles[status.profile]}</span>
        <span>{m.version(status.version)}</span>
        <span>{m.since(formatMoment(status.startedAt, language.value))}</span>
      </p>
    </>
  );
}
