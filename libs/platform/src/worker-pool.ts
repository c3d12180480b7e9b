import type { Lane } from '@wenliu/contracts';
import { Piscina } from 'piscina';

export interface WorkerPoolOptions {
  /** A module whose default export takes one task. */
  entry: URL;
  threads: number;
  workerData: unknown;
}

export interface RunOptions {
  lane: Lane;
  signal: AbortSignal;
  transfer?: readonly ArrayBuffer[];
}

/**
 * Threads for work that would hold up the one that answers. Live tasks go before backfill, within a lane in the order they came.
 * An aborted task ends its thread, and a new one takes its place.
 */
export class WorkerPool<Task extends object, Result> {
  private readonly pool: Piscina;
  private free: number;
  /** Piscina's own queue is not asked for tasks that can be aborted, so it gets no more than it has threads. */
  private readonly waiting: Record<Lane, (() => void)[]> = { live: [], backfill: [] };

  constructor({ entry, threads, workerData }: WorkerPoolOptions) {
    this.free = threads;
    this.pool = new Piscina({
      filename: entry.href,
      minThreads: threads,
      maxThreads: threads,
      idleTimeout: Infinity,
      workerData,
      // Behind the threads that answer requests.
      niceIncrement: 10,
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    });
  }

  /** What is in `transfer` is handed over with the task, and empty here from then on. */
  async run(task: Task, { lane, signal, transfer = [] }: RunOptions): Promise<Result> {
    await this.turn(lane, signal);
    try {
      // The entry's function returns it; piscina does not know the type.
      return (await this.pool.run(task, { signal, transferList: [...transfer] })) as Result;
    } finally {
      this.free++;
      (this.waiting.live.shift() ?? this.waiting.backfill.shift())?.();
    }
  }

  close(): Promise<void> {
    return this.pool.destroy();
  }

  /** Resolves when a thread is free for the task, and takes it; rejects when the task is aborted before. */
  private async turn(lane: Lane, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.free > 0) {
      this.free--;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const begin = (): void => {
        signal.removeEventListener('abort', leave);
        this.free--;
        resolve();
      };
      const leave = (): void => {
        this.waiting[lane].splice(this.waiting[lane].indexOf(begin), 1);
        reject(new DOMException('the task was aborted before its turn came', 'AbortError'));
      };
      this.waiting[lane].push(begin);
      signal.addEventListener('abort', leave, { once: true });
    });
  }
}
