import { MessageTooLarge, type Delivery, type MessageLog, type OutgoingMessage, type Subscription } from '@wenliu/ports';
import type { Clock } from './clock.js';
import { toMessage, toOutcomeMessage, toQuarantine, type Settled } from './messages.js';
import { quarantine } from './outcome.js';
import { describe, isStopped, settle, untilAvailable, type Settling } from './settle.js';
import { stageGroup, type Stage } from './stage.js';

/** Hears of every batch; metrics and status are made of it. */
export interface RunnerObserver {
  settled(stage: Stage, batch: { lane: string; seconds: number; settled: readonly Settled[] }): void;
  waiting(stage: Stage, problem: string | null): void;
}

/**
 * Runs stages over the log: the only place that appends outputs, commits, retries, quarantines and counts. Every record read
 * reaches exactly one outcome; outcome and outputs are committed together.
 */
export class Runner {
  private readonly subscriptions: Subscription[] = [];

  constructor(
    private readonly log: MessageLog,
    private readonly clock: Clock,
    private readonly observer: RunnerObserver,
  ) {}

  async start(stage: Stage): Promise<void> {
    const options = { group: stageGroup(stage), topic: stage.input, maxRecords: stage.batchSize };
    this.subscriptions.push(await this.log.subscribe(options, (delivery) => this.deliver(stage, delivery)));
  }

  /** Takes nothing new; resolves when what is under way is committed, or given back because `graceMs` were over. */
  async stop(graceMs: number): Promise<void> {
    await Promise.all(this.subscriptions.splice(0).map((subscription) => subscription.close(graceMs)));
  }

  private async deliver(stage: Stage, delivery: Delivery): Promise<void> {
    const started = performance.now();
    const settling = {
      stage,
      clock: this.clock,
      signal: delivery.signal,
      onWaiting: (problem: string | null) => this.observer.waiting(stage, problem),
    };
    try {
      const settled = await this.commit(stage, await settle(delivery.records, settling), { delivery, settling });
      this.observer.settled(stage, { lane: delivery.lane, seconds: (performance.now() - started) / 1000, settled });
    } catch (error) {
      // Given back uncommitted: the log delivers it again.
      if (isStopped(error)) return;
      this.observer.waiting(stage, describe(error));
      throw error;
    }
  }

  /** What was committed: an input whose outputs the log does not take goes to quarantine, and its neighbours go on. */
  private async commit(stage: Stage, settled: Settled[], { delivery, settling }: { delivery: Delivery; settling: Omit<Settling, 'stage'> }): Promise<Settled[]> {
    try {
      await untilAvailable(settling, () => delivery.commit(this.outputsOf(stage, settled, delivery)));
      return settled;
    } catch (error) {
      if (!(error instanceof MessageTooLarge)) throw error;
      const kept = settled.map((one) => (isTooLarge(one, error.limit) ? { ...one, outcome: quarantine('output-too-large', error.message) } : one));
      if (kept.every((one, i) => one === settled[i])) throw error;
      return this.commit(stage, kept, { delivery, settling });
    }
  }

  private outputsOf(stage: Stage, settled: readonly Settled[], delivery: Delivery): OutgoingMessage[] {
    const at = this.clock.now().toISOString();
    const outputs: OutgoingMessage[] = [];
    for (const one of settled) {
      if (one.outcome.kind === 'forward') {
        for (const output of one.outcome.outputs) outputs.push(toMessage(stage, output, delivery.lane, at, one.record));
      }
      const dead = toQuarantine(stage, one, at);
      if (dead !== null) outputs.push(dead);
    }
    if (stage.recordsOutcomes && settled.length > 0) outputs.push(toOutcomeMessage(stage, settled, delivery.lane, at));
    return outputs;
  }
}

/** Headers and framing take room beside the value. */
const OVERHEAD_BYTES = 16 * 1024;

const isTooLarge = ({ outcome }: Settled, limit: number): boolean =>
  outcome.kind === 'forward' && outcome.outputs.some(({ value }) => value.length + OVERHEAD_BYTES > limit);
