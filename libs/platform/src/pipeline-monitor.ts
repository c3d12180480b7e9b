import type { StageSpec, StageStatus } from '@wenliu/contracts';
import { stageGroup, type RunnerObserver, type Settled, type Stage } from '@wenliu/pipeline';
import type { MessageLog } from '@wenliu/ports';
import { CommittedPace } from './committed-pace.js';
import type { PipelineMetrics } from './pipeline-metrics.js';

const WINDOW_SECONDS = 60;
/** A group of another process that leaves messages lying for so long has probably no process. */
const IDLE_SECONDS = 30;

type Lag = StageStatus['lag'];

interface Running {
  outcomes: Map<string, number>;
  /** Messages settled in each of the last seconds, by second. */
  recent: Map<number, number>;
  problem: string | null;
}

/** How the pipeline does, for the status page: of stages that run here what the runner did, of the others what the log tells. */
export class PipelineMonitor implements RunnerObserver {
  private readonly running = new Map<string, Running>();
  private readonly pace: CommittedPace;
  private readonly startedAt: number;

  constructor(
    private readonly metrics: PipelineMetrics,
    private readonly pipeline: readonly StageSpec[],
    private readonly nowMs: () => number,
  ) {
    this.pace = new CommittedPace(nowMs);
    this.startedAt = nowMs();
  }

  /** Stages that run in this process. */
  watch(stages: readonly Pick<Stage, 'service' | 'name'>[]): void {
    for (const stage of stages) {
      this.running.set(stage.name, { outcomes: new Map(), recent: new Map(), problem: null });
      this.metrics.expect(stage);
    }
  }

  settled(stage: Stage, batch: { lane: string; seconds: number; settled: readonly Settled[] }): void {
    this.metrics.settled(stage, batch);
    const running = this.running.get(stage.name);
    if (running === undefined) return;
    running.problem = null;
    this.metrics.setWaiting(stage, false);
    for (const { outcome } of batch.settled) running.outcomes.set(outcome.kind, (running.outcomes.get(outcome.kind) ?? 0) + 1);
    const second = Math.floor(this.nowMs() / 1000);
    running.recent.set(second, (running.recent.get(second) ?? 0) + batch.settled.length);
    for (const old of running.recent.keys()) if (old <= second - WINDOW_SECONDS) running.recent.delete(old);
  }

  waiting(stage: Pick<Stage, 'service' | 'name'>, problem: string | null): void {
    const running = this.running.get(stage.name);
    if (running === undefined) return;
    running.problem = problem;
    this.metrics.setWaiting(stage, problem !== null);
  }

  /** What stages of this process wait for, in words; empty when all run. */
  problems(): string[] {
    return [...this.running].flatMap(([name, { problem }]) => (problem === null ? [] : [`${name}: ${problem}`]));
  }

  /** Of every stage, wherever it runs. */
  lags(log: MessageLog): Promise<{ stage: StageSpec; lag: Lag }[]> {
    return Promise.all(this.pipeline.map(async (stage) => ({ stage, lag: (await progressOf(log, stage)).lag })));
  }

  /** The lag gauges: of the stages that run here; where none does, of all. */
  async measureLag(log: MessageLog): Promise<void> {
    const measured = this.running.size === 0 ? this.pipeline : this.pipeline.filter(({ name }) => this.running.has(name));
    for (const stage of measured) this.metrics.setLag(stageGroup(stage), stage.input.name, (await progressOf(log, stage)).lag);
  }

  status(log: MessageLog): Promise<StageStatus[]> {
    return Promise.all(this.pipeline.map((stage) => this.statusOf(log, stage)));
  }

  private async statusOf(log: MessageLog, stage: StageSpec): Promise<StageStatus> {
    const { lag, committed } = await progressOf(log, stage);
    const open = lag.live + lag.backfill;
    const running = this.running.get(stage.name);
    const { rate, problem } = running === undefined ? this.seen(stage, committed, open) : { rate: this.rateOf(running), problem: running.problem };
    return {
      service: stage.service,
      stage: stage.name,
      topic: stage.input.name,
      group: stageGroup(stage),
      lag,
      outcomes: Object.fromEntries(running?.outcomes ?? []),
      rate: Math.round(rate * 10) / 10,
      eta: open === 0 ? 0 : rate === 0 ? null : Math.round(open / rate),
      state: problem === null ? 'running' : 'waiting',
      problem,
    };
  }

  private rateOf({ recent }: Running): number {
    const second = Math.floor(this.nowMs() / 1000);
    let messages = 0;
    for (const [at, n] of recent) if (at > second - WINDOW_SECONDS) messages += n;
    return messages / Math.min(WINDOW_SECONDS, Math.max(1, (this.nowMs() - this.startedAt) / 1000));
  }

  private seen(stage: StageSpec, committed: number, open: number): { rate: number; problem: string | null } {
    const { rate, idleSeconds } = this.pace.look(stage.name, committed, open);
    const stuck = open > 0 && idleSeconds >= IDLE_SECONDS;
    return { rate, problem: stuck ? `nothing was committed for ${idleSeconds} s: does the service ${stage.service} run?` : null };
  }
}

async function progressOf(log: MessageLog, stage: StageSpec): Promise<{ lag: Lag; committed: number }> {
  const [partitions, positions] = await Promise.all([log.partitions(stage.input.name), log.committed(stageGroup(stage), stage.input.name)]);
  const lag = { live: 0, backfill: 0 };
  let committed = 0;
  for (const { partition, lane, start, next } of partitions) {
    const position = Math.max(start, positions.get(partition) ?? start);
    lag[lane] += Math.max(0, next - position);
    committed += position;
  }
  return { lag, committed };
}
