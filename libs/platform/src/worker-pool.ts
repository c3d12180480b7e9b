import type { Lane } from '@wenliu/contracts';
import { Piscina, type PiscinaTask, type TaskQueue } from 'piscina';

/** Live tasks first; within a lane in the order they came. */
class LaneQueue implements TaskQueue {
  private readonly lanes: Record<Lane, PiscinaTask[]> = { live: [], backfill: [] };

  get size(): number {
    return this.lanes.live.length + this.lanes.backfill.length;
  }

  shift(): PiscinaTask | null {
    return this.lanes.live.shift() ?? this.lanes.backfill.shift() ?? null;
  }

  push(task: PiscinaTask): void {
    // Set by `run` below; piscina carries it along untyped.
    const { lane } = (task as unknown as Record<symbol, { lane: Lane }>)[Piscina.queueOptionsSymbol] ?? { lane: 'backfill' };
    this.lanes[lane].push(task);
  }

  remove(task: PiscinaTask): void {
    for (const lane of Object.values(this.lanes)) {
      const at = lane.indexOf(task);
      if (at >= 0) lane.splice(at, 1);
    }
  }
}

export interface WorkerPoolOptions {
  /** A module whose default export takes one task. */
  entry: URL;
  threads: number;
  workerData: unknown;
}

/** Threads for work that would hold up the one that answers. An aborted task ends its thread, and a new one takes its place. */
export class WorkerPool<Task extends object, Result> {
  private readonly pool: Piscina;

  constructor({ entry, threads, workerData }: WorkerPoolOptions) {
    this.pool = new Piscina({
      filename: entry.href,
      minThreads: threads,
      maxThreads: threads,
      idleTimeout: Infinity,
      workerData,
      taskQueue: new LaneQueue(),
      // Behind the threads that answer requests.
      niceIncrement: 5,
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
  }

  run(task: Task, options: { lane: Lane; signal: AbortSignal }): Promise<Result> {
    const queued = Object.assign(task, { [Piscina.queueOptionsSymbol]: { lane: options.lane } });
    return this.pool.run(queued, { signal: options.signal });
  }

  close(): Promise<void> {
    return this.pool.destroy();
  }
}
