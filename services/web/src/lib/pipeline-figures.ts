import type { PipelineStatus, StageStatus } from '@wenliu/contracts';

export function waitingMessages({ stages }: Pick<PipelineStatus, 'stages'>): number {
  return stages.reduce((sum, { lag }) => sum + lag.live + lag.backfill, 0);
}

export function stageKey({ service, stage, group }: StageStatus): string {
  return `${service}/${stage}/${group}`;
}

/** The last samples of every stage's rate, oldest first. */
export type RateHistory = ReadonlyMap<string, readonly number[]>;

export function addSample(history: RateHistory, stages: readonly StageStatus[], kept: number): RateHistory {
  return new Map(
    stages.map((stage) => {
      const key = stageKey(stage);
      return [key, [...(history.get(key) ?? []), stage.rate].slice(-kept)];
    }),
  );
}

/** The `d` of a line through the samples, newest at the right edge, in a box of `width` × `height`. */
export function sparkline(samples: readonly number[], kept: number, width: number, height: number): string {
  if (samples.length < 2) return '';
  const highest = Math.max(...samples, 1);
  const step = width / (kept - 1);
  const left = width - step * (samples.length - 1);
  return samples
    .map((sample, index) => {
      const x = (left + step * index).toFixed(1);
      const y = (height - (sample / highest) * height).toFixed(1);
      return `${index === 0 ? 'M' : 'L'}${x} ${y}`;
    })
    .join('');
}
