import { outcomeRecorded, OutcomeRecorded, quarantineTopic, type Hop, type Lane } from '@wenliu/contracts';
import { Runner, stageGroup, type RunnerObserver, type Settled, type Stage } from '@wenliu/pipeline';
import type { LogRecord, MessageLog } from '@wenliu/ports';
import { FakeClock } from './fake-clock.js';
import { InMemoryMessageLog } from './in-memory-message-log.js';

/** What a stage is given. Anything but bytes is sent as JSON. */
export interface StageInput {
  key?: string;
  lane?: Lane;
  headers?: Readonly<Record<string, string>>;
  value: unknown;
}

export interface StageRun {
  /** All that was forwarded, by topic. */
  outputs: ReadonlyMap<string, readonly LogRecord[]>;
  quarantined: readonly LogRecord[];
  /** One for every input, as recorded for the trace. */
  hops: readonly Hop[];
  settled: readonly Settled[];
  /** What the stage said it waits for, in order; `null` when it went on. */
  waiting: readonly (string | null)[];
}

/** A stage with sizes and limits that suit tests. */
export function aStage(parts: Partial<Stage> & Pick<Stage, 'handle'>): Stage {
  return {
    service: 'test',
    name: 'test-stage',
    input: 'test.input.v1',
    outputs: ['test.output.v1'],
    batchSize: 64,
    timeoutMs: 5_000,
    maxAttempts: 3,
    recordsOutcomes: true,
    ...parts,
  };
}

/** Handlers may work in turns with everything else that goes on in a busy machine. */
const DRAINED_WITHIN_MS = 15_000;

/** A stage at work on a log in memory. */
export class StageHarness implements RunnerObserver {
  readonly log: InMemoryMessageLog;
  readonly allSettled: Settled[] = [];
  readonly allWaiting: (string | null)[] = [];
  private readonly runner: Runner;

  private constructor(
    readonly stage: Stage,
    readonly clock: FakeClock,
  ) {
    this.log = new InMemoryMessageLog(() => clock.now().getTime());
    this.runner = new Runner(this.log, clock, this);
  }

  static async create(stage: Stage, clock = new FakeClock()): Promise<StageHarness> {
    const harness = new StageHarness(stage, clock);
    const topics = [stage.input, ...stage.outputs, quarantineTopic(stage.input, stage.name), outcomeRecorded.name];
    await harness.log.createTopics(topics.map((name) => ({ name, retention: null })));
    return harness;
  }

  settled(_: Stage, batch: { settled: readonly Settled[] }): void {
    this.allSettled.push(...batch.settled);
  }

  waiting(_: Stage, problem: string | null): void {
    this.allWaiting.push(problem);
  }

  async append(inputs: readonly StageInput[]): Promise<void> {
    await this.log.append(
      inputs.map(({ key = 'key', lane = 'live', headers = {}, value }) => ({ topic: this.stage.input, key, lane, headers, value: toBytes(value) })),
    );
  }

  start(): Promise<void> {
    return this.runner.start(this.stage);
  }

  stop(graceMs = 0): Promise<void> {
    return this.runner.stop(graceMs);
  }

  /** Resolves when every input is committed. */
  async drained(): Promise<void> {
    const group = stageGroup(this.stage);
    const end = performance.now() + DRAINED_WITHIN_MS;
    while (performance.now() < end) {
      const [partitions, committed] = await Promise.all([this.log.partitions(this.stage.input), this.log.committed(group, this.stage.input)]);
      if (partitions.every(({ partition, next }) => (committed.get(partition) ?? 0) === next)) return;
      await new Promise(setImmediate);
    }
    throw new Error(`stage ${this.stage.name} did not come to the end of its inputs`);
  }

  async result(): Promise<StageRun> {
    const outputs = new Map<string, LogRecord[]>();
    for (const topic of this.stage.outputs) outputs.set(topic, await readTopic(this.log, topic));
    const recorded = await readTopic(this.log, outcomeRecorded.name);
    return {
      outputs,
      quarantined: await readTopic(this.log, quarantineTopic(this.stage.input, this.stage.name)),
      hops: recorded.flatMap(({ value }) => OutcomeRecorded.parse(JSON.parse(new TextDecoder().decode(value))).hops),
      settled: this.allSettled,
      waiting: this.allWaiting,
    };
  }
}

/** What became of the inputs, once each has been settled and committed. */
export async function runStage(stage: Stage, inputs: readonly StageInput[]): Promise<StageRun> {
  const harness = await StageHarness.create(stage);
  await harness.append(inputs);
  await harness.start();
  await harness.drained().finally(() => harness.stop());
  return harness.result();
}

export async function readTopic(log: MessageLog, topic: string): Promise<LogRecord[]> {
  const all: LogRecord[] = [];
  for (const { partition, start, next } of await log.partitions(topic)) {
    for (let offset = start; offset < next; ) {
      const records = await log.read(topic, partition, offset, 1_000);
      all.push(...records);
      offset = (records.at(-1)?.offset ?? next) + 1;
    }
  }
  return all;
}

const toBytes = (value: unknown): Uint8Array => (ArrayBuffer.isView(value) ? asBytes(value) : new TextEncoder().encode(JSON.stringify(value)));

const asBytes = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength);
