import type { TraceHop } from '@wenliu/contracts';
import { getTrace } from '../../api/client.js';
import { useLoad } from '../../api/use-load.js';
import { language, messages } from '../../i18n/index.js';
import { formatGap, formatMoment } from '../../lib/format.js';

export function TraceTimeline({ id }: { id: string }) {
  const m = messages.value.trace;
  const [load] = useLoad(id, (signal) => getTrace(id, signal));
  if (load.kind !== 'ready') return null;
  const { hops } = load.value;
  return (
    <section class="trace" aria-labelledby="trace-title">
      <h2 id="trace-title">{m.title}</h2>
      {hops.length === 0 ? (
        <p class="muted">{m.empty}</p>
      ) : (
        <ol>{hops.map((hop, index) => <Hop hop={hop} previous={hops[index - 1] ?? null} />)}</ol>
      )}
    </section>
  );
}

function Hop({ hop, previous }: { hop: TraceHop; previous: TraceHop | null }) {
  const m = messages.value;
  return (
    <li class={`hop ${hop.outcome}`}>
      <span class="hop-stage"><b>{hop.service}</b> {hop.stage}</span>
      <span class="hop-outcome">
        {m.outcomes[hop.outcome]}
        {hop.reason !== null && ` · ${m.reasons[hop.reason]}`}
      </span>
      <span class="hop-time muted">
        <time dateTime={hop.at}>{formatMoment(hop.at, language.value)}</time>
        {previous !== null && ` · +${formatGap(Date.parse(hop.at) - Date.parse(previous.at))}`}
        {hop.version !== null && ` · ${m.trace.version(hop.version)}`}
      </span>
      {hop.detail !== null && <span class="hop-detail">{hop.detail}</span>}
    </li>
  );
}
