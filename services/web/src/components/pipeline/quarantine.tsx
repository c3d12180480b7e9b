import { useEffect, useState } from 'preact/hooks';
import { getQuarantine, redrive } from '../../api/client.js';
import { toFailure, type Failure } from '../../api/failure.js';
import { useLoad } from '../../api/use-load.js';
import { language, messages } from '../../i18n/index.js';
import { formatCount } from '../../lib/format.js';
import { FailureNotice } from '../ui/failure-notice.js';
import { QuarantineItem } from './quarantine-item.js';

/** `total` comes with every look at the pipeline; the list is read again when it changes. */
export function Quarantine({ total }: { total: number }) {
  const m = messages.value.quarantine;
  const [load, reload] = useLoad(`quarantine ${total}`, getQuarantine);
  const [shown, setShown] = useState(load.kind === 'ready' ? load.value : null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [redriven, setRedriven] = useState<number | null>(null);

  useEffect(() => {
    if (load.kind === 'ready') setShown(load.value);
  }, [load]);

  const send = async (ids: readonly string[]): Promise<void> => {
    try {
      const result = await redrive(ids);
      setRedriven(result.redriven);
      setFailure(null);
      reload();
    } catch (error) {
      setFailure(toFailure(error));
    }
  };

  const items = shown?.items ?? [];
  const waiting = items.filter((item) => item.redrivenAt === null).map((item) => item.id);
  const problem = failure ?? (load.kind === 'failed' ? load.failure : null);
  return (
    <section class="quarantine" aria-labelledby="quarantine-title">
      <div class="pane-head">
        <h2 id="quarantine-title">{m.title}</h2>
        {waiting.length > 1 && (
          <button type="button" class="button" onClick={() => void send(waiting)}>{m.redriveAll(waiting.length)}</button>
        )}
      </div>
      <p class="muted">{m.intro}</p>
      <p role="status" class="redrive-result">{redriven !== null && m.done(redriven)}</p>
      {problem !== null && <FailureNotice failure={problem} retry={reload} />}
      {shown !== null && items.length === 0 && <p class="empty-line">{m.empty}</p>}
      <ul class="quarantine-list">
        {items.map((item) => <QuarantineItem key={item.id} item={item} redrive={() => send([item.id])} />)}
      </ul>
      {shown !== null && shown.total > items.length && (
        <p class="muted">{m.of(formatCount(items.length, language.value), formatCount(shown.total, language.value))}</p>
      )}
    </section>
  );
}
