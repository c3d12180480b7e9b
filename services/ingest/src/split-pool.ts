import type { OnApplicationShutdown } from '@nestjs/common';
import { WorkerPool } from '@wenliu/platform';
import type { SplitAnswer, SplitTask } from './split.worker.js';

/** One thread: splitting is a small part of the work. */
export class SplitPool extends WorkerPool<SplitTask, SplitAnswer[]> implements OnApplicationShutdown {
  constructor() {
    super({ entry: new URL('./split.worker.js', import.meta.url), threads: 1, workerData: null });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }
}
