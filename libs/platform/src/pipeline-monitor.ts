import type { StageStatus } from '@wenliu/contracts';
import { stageGroup, type RunnerObserver, type Settled, type Stage } from '@wenliu/pipeline';
import type { MessageLog } from '@wenliu/ports';
import type { PipelineMetrics } from './pipeline-metrics.js';

const WINDOW_SECONDS = 60;

interface Watched {
  stage: Stage;
  outcomes: Map<string, number>;
  /** Messages settled in each of the last seconds, by second. */
  recent: Map<number, number>;
  problem: string | null;
}

/** What the runner did, for the status page; passes everything on to the metrics. */
export class PipelineMonitor implements RunnerObserver {
  private readonly watched = new Map<string, Watched>();
  private readonly startedAt = Date.now();

  constructor(
    private readonly metrics: PipelineMetrics,
    private readonly nowMs: () => number,
  ) {}

  watch(stages: readonly Stage[]): void {
    for (const stage of stages) this.watched.set(stage.name, { stage, outcomes: new Map(), recent: new Map(), problem: null });
  }

  settled(stage: Stage, batch: { lane: string; seconds: number; settled: readonly Settled[] }): void {
    this.metrics.settled(stage, batch);
    const watched = this.watched.get(stage.name);
    if (watched === undefined) return;
    watched.problem = null;
    for (const { outcome } of batch.settled) watched.outcomes.set(outcome.kind, (watched.outcomes.get(outcome.kind) ?? 0) + 1);
    const second = Math.floor(this.nowMs() / 1000);
    watched.recent.set(second, (watched.recent.get(second) ?? 0) + batch.settled.length);
    for (const old of watched.recent.keys()) if (old <= second - WINDOW_SECONDS) watched.recent.delete(old);
  }

  waiting(stage: Stage, problem: string | null): void {
    const watched = this.watched.get(stage.name);
    if (watched !== undefined) watched.problem = problem;
  }

  /** What stages wait for, in words; empty when all run. */
  problems(): string[] {
    return [...this.watched.values()].flatMap(({ stage, problem }) => (problem === null ? [] : [`${stage.name}: ${problem}`]));
  }

  async lag(log: MessageLog, stage: Stage): Promise<StageStatus['lag']> {
    const [partitions, committed] = await Promise.all([log.partitions(stage.input), log.committed(stageGroup(stage), stage.input)]);
    const lag = { live: 0, backfill: 0 };
    for (const { partition, lane, start, next } of partitions) lag[lane] += next - Math.max(start, committed.get(partition) ?? start);
    return lag;
  }

  async status(log: MessageLog): Promise<StageStatus[]> {
    return Promise.all([...this.watched.values()].map((watched) => this.statusOf(log, watched)));
  }

  private async statusOf(log: MessageLog, { stage, outcomes, recent, problem }: Watched): Promise<StageStatus> {
    const lag = await this.lag(log, stage);
    const second = Math.floor(this.nowMs() / 1000);
    let messages = 0;
    for (const [at, n] of recent) if (at > second - WINDOW_SECONDS) messages += n;
    const seconds = Math.min(WINDOW_SECONDS, Math.max(1, (this.nowMs() - this.startedAt) / 1000));
    const rate = messages / seconds;
    const open = lag.live + lag.backfill;
    return {
      service: stage.service,
      stage: stage.name,
      topic: stage.input,
      group: stageGroup(stage),
      lag,
      outcomes: Object.fromEntries(outcomes),
      rate: Math.round(rate * 10) / 10,
      eta: open === 0 ? 0 : rate === 0 ? null : Math.round(open / rate),
      state: problem === null ? 'running' : 'waiting',
      problem,
    };
  }
}
