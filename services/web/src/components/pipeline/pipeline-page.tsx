import type { PipelineStatus } from '@wenliu/contracts';
import { useState } from 'preact/hooks';
import { getPipeline } from '../../api/client.js';
import { toFailure, type Failure } from '../../api/failure.js';
import { usePolling } from '../../api/use-polling.js';
import { messages } from '../../i18n/index.js';
import { addSample, type RateHistory } from '../../lib/pipeline-figures.js';
import { FailureNotice } from '../ui/failure-notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { useTitle } from '../ui/use-title.js';
import { DocumentList } from './document-list.js';
import { LiveFeed } from './live-feed.js';
import { PipelineSummary } from './pipeline-summary.js';
import { ProblemList } from './problem-list.js';
import { Quarantine } from './quarantine.js';
import { RATES_KEPT, StageTable } from './stage-table.js';

const POLL_MILLISECONDS = 2000;

export function PipelinePage() {
  const m = messages.value.pipeline;
  const [status, setStatus] = useState<PipelineStatus | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [rates, setRates] = useState<RateHistory>(new Map());
  useTitle(m.title);

  const poll = async (signal?: AbortSignal): Promise<void> => {
    try {
      const next = await getPipeline(signal);
      setStatus(next);
      setRates((history) => addSample(history, next.stages, RATES_KEPT));
      setFailure(null);
    } catch (error) {
      if (!signal?.aborted) setFailure(toFailure(error));
    }
  };
  usePolling(poll, POLL_MILLISECONDS);

  return (
    <div class="shell pipeline">
      <header class="page-head">
        <h1>{m.title}</h1>
        <p class="muted">{m.intro}</p>
        <p class={failure === null ? 'freshness' : 'freshness stale'} role="status">{failure === null ? m.live : m.stale}</p>
      </header>
      {status === null && failure === null && <Skeleton blocks={2} lines={4} />}
      {status === null && failure !== null && <FailureNotice failure={failure} retry={() => void poll()} />}
      {status !== null && (
        <>
          <PipelineSummary status={status} />
          <ProblemList problems={status.problems} />
          <StageTable stages={status.stages} rates={rates} />
          <div class="pipeline-columns">
            <Quarantine total={status.quarantined} />
            <LiveFeed />
          </div>
          <DocumentList />
        </>
      )}
    </div>
  );
}
