import type { StageStatus } from '@wenliu/contracts';
import { language, messages } from '../../i18n/index.js';
import { formatCount, formatDuration, formatRate } from '../../lib/format.js';
import { sparkline, stageKey, type RateHistory } from '../../lib/pipeline-figures.js';
import { outcomeLabel } from './labels.js';

/** Two minutes at one look every two seconds. */
export const RATES_KEPT = 60;

const WIDTH = 120;
const HEIGHT = 24;

export function StageTable({ stages, rates }: { stages: readonly StageStatus[]; rates: RateHistory }) {
  const m = messages.value.pipeline;
  return (
    <section class="stages" aria-labelledby="stages-title">
      <h2 id="stages-title">{m.stages}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{m.stage}</th>
            <th scope="col">{m.state}</th>
            <th scope="col" class="number">{m.lag}</th>
            <th scope="col" class="number">{m.rate}</th>
            <th scope="col">{m.trend}</th>
            <th scope="col" class="number">{m.eta}</th>
            <th scope="col">{m.outcomes}</th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => <StageRow key={stageKey(stage)} stage={stage} samples={rates.get(stageKey(stage)) ?? []} />)}
        </tbody>
      </table>
    </section>
  );
}

function StageRow({ stage, samples }: { stage: StageStatus; samples: readonly number[] }) {
  const m = messages.value.pipeline;
  const count = (value: number): string => formatCount(value, language.value);
  return (
    <tr>
      <th scope="row">
        <span class="stage-name"><b>{stage.service}</b> {stage.stage}</span>
        <span class="stage-topic">{stage.topic}</span>
      </th>
      <td data-label={m.state}>
        <span class={`state ${stage.state}`}>{m.states[stage.state]}</span>
        {stage.problem !== null && <span class="stage-problem">{stage.problem}</span>}
      </td>
      <td class="number" data-label={m.lag}>
        {count(stage.lag.live)}
        {stage.lag.backfill > 0 && <span class="muted stage-backfill">{m.lagBackfill(count(stage.lag.backfill))}</span>}
      </td>
      <td class="number" data-label={m.rate}>{formatRate(stage.rate, language.value)}</td>
      <td class="trend">
        <svg viewBox={`0 -1 ${WIDTH} ${HEIGHT + 2}`} aria-hidden="true">
          <path d={`M0 ${HEIGHT}H${WIDTH}`} class="trend-base" />
          <path d={sparkline(samples, RATES_KEPT, WIDTH, HEIGHT)} />
        </svg>
      </td>
      <td class="number" data-label={m.eta}>{stage.eta === null || stage.eta === 0 ? '–' : formatDuration(stage.eta)}</td>
      <td data-label={m.outcomes}><Outcomes outcomes={stage.outcomes} /></td>
    </tr>
  );
}

function Outcomes({ outcomes }: { outcomes: StageStatus['outcomes'] }) {
  const counted = Object.entries(outcomes).filter(([, count]) => count > 0);
  if (counted.length === 0) return <span class="muted">{messages.value.pipeline.none}</span>;
  return (
    <ul class="outcomes">
      {counted.map(([outcome, count]) => (
        <li key={outcome} class={outcome}>
          {outcomeLabel(outcome)} <b>{formatCount(count, language.value)}</b>
        </li>
      ))}
    </ul>
  );
}
