import { useState } from 'preact/hooks';
import type { PipelineStatus } from '@wenliu/contracts';
import { getPipeline } from '../../api/client.js';
import { usePolling } from '../../api/use-polling.js';
import { language, messages } from '../../i18n/index.js';
import { formatCount } from '../../lib/format.js';
import { waitingMessages } from '../../lib/pipeline-figures.js';
import { openPushDialog } from '../../state/push-store.js';
import { BusyBar } from '../ui/busy-bar.js';

/** Seeds are announced a moment after the start: so many looks without anything to do mean that none will come. */
const QUIET_LOOKS = 5;

export function FirstRun({ reload }: { reload: () => void }) {
  const [status, setStatus] = useState<PipelineStatus | null>(null);
  const [quietLooks, setQuietLooks] = useState(0);

  usePolling(async (signal) => {
    const next = await getPipeline(signal).catch(() => null);
    if (next === null || signal.aborted) return;
    setStatus(next);
    const isQuiet = waitingMessages(next) === 0;
    setQuietLooks((looks) => (isQuiet ? looks + 1 : 0));
    if (isQuiet && next.articles > 0) reload();
  }, 1000);

  return quietLooks < QUIET_LOOKS ? <ReadingSeeds status={status} /> : <NothingYet />;
}

function ReadingSeeds({ status }: { status: PipelineStatus | null }) {
  const m = messages.value;
  const count = (value: number): string => formatCount(value, language.value);
  return (
    <section class="results notice" role="status">
      <h2>{m.empty.firstRunTitle}</h2>
      <p>{m.empty.firstRun}</p>
      <BusyBar label={m.empty.firstRunTitle} />
      {status !== null && <p class="muted">{m.empty.progress(count(status.articles), count(waitingMessages(status)))}</p>}
    </section>
  );
}

function NothingYet() {
  const m = messages.value;
  return (
    <section class="results notice">
      <h2>{m.empty.nothingYetTitle}</h2>
      <p>{m.empty.nothingYet}</p>
      <button type="button" class="button primary" onClick={openPushDialog}>{m.nav.addPage}</button>
    </section>
  );
}
