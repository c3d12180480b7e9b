import type { PipelineStatus, StageStatus } from '@wenliu/contracts';
import { toTable } from './table.js';

/** What is going on, for people. */
export function renderStatus(status: PipelineStatus, url: string): string {
  const { profile, version, startedAt, articles, documents, quarantined, stages, problems } = status;
  const heading = ['stage', 'live', 'backfill', 'per s', 'done in', 'state', 'outcomes'];
  return [
    `Wenliu ${version} (${profile}) at ${url}, since ${startedAt}\n`,
    `${documents} documents, ${articles} articles, ${quarantined} in quarantine\n\n`,
    toTable([heading, ...stages.map(toRow)]),
    ...stages.flatMap(({ stage, problem }) => (problem === null ? [] : [`\n${stage} waits: ${problem}`])),
    ...problems.map(({ source, detail, since }) => `\n${source} cannot be read since ${since}: ${detail}`),
    ...(problems.length > 0 || stages.some(({ problem }) => problem !== null) ? ['\n'] : []),
    ...(quarantined > 0 ? ['\nwenliu quarantine list shows what could not be processed\n'] : []),
  ].join('');
}

function toRow({ stage, lag, rate, eta, state, outcomes }: StageStatus): (string | number)[] {
  const counts = Object.entries(outcomes).map(([outcome, count]) => `${outcome} ${count}`);
  return [stage, lag.live, lag.backfill, rate, describeSeconds(eta), state, counts.join(', ')];
}

/** `null`: nobody knows. */
export function describeSeconds(seconds: number | null): string {
  if (seconds === null) return '?';
  if (seconds === 0) return '-';
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}
