import { getQuarantined } from '../../api/client.js';
import { useLoad } from '../../api/use-load.js';
import { messages } from '../../i18n/index.js';
import { hexDump } from '../../lib/hex-dump.js';
import { FailureNotice } from '../ui/failure-notice.js';
import { Skeleton } from '../ui/skeleton.js';

export function QuarantineContentView({ id }: { id: string }) {
  const m = messages.value.quarantine;
  const [load, retry] = useLoad(id, (signal) => getQuarantined(id, signal));
  if (load.kind === 'loading') return <Skeleton blocks={1} lines={3} />;
  if (load.kind === 'failed') return <FailureNotice failure={load.failure} retry={retry} />;
  const { text, content, origin } = load.value;
  return (
    <div class="quarantine-content">
      <p class="stage-topic">{`${origin.topic} / ${origin.partition} / ${origin.offset}`}</p>
      {text === null && <p class="muted">{m.binary}</p>}
      <pre tabIndex={0} role="group" aria-label={m.content}>{text ?? hexDump(content)}</pre>
    </div>
  );
}
