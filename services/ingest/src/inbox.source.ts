import { setTimeout as delay } from 'node:timers/promises';
import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type PipelineMetrics, type SourceProblems } from '@wenliu/platform';
import { type Backpressure } from './backpressure.js';
import { Inbox } from './inbox.js';
import { type IngestConfig } from './ingest.settings.js';
import { type Receiver } from './receiver.js';

/** Sweeps the inbox again and again; names what it cannot read in the status. */
export class InboxSource implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('inbox');
  private readonly stop = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly receiver: Receiver,
    private readonly backpressure: Backpressure,
    private readonly config: IngestConfig,
    private readonly reports: { metrics: PipelineMetrics; problems: SourceProblems },
  ) {}

  onApplicationBootstrap(): void {
    const folder = this.config.values.WENLIU_INGEST_INBOX;
    if (folder !== undefined) this.running = this.watch(folder);
  }

  async onModuleDestroy(): Promise<void> {
    this.stop.abort();
    await this.running;
  }

  private async watch(folder: string): Promise<void> {
    const { values, maxBytes } = this.config;
    const source = { id: `inbox:${folder}`, kind: 'inbox' as const, name: folder };
    const inbox = new Inbox({
      folder,
      settleMs: values.WENLIU_INGEST_SETTLE_SECONDS * 1000,
      maxBytes,
      now: Date.now,
      receive: async (items, { lane }) => {
        await this.backpressure.check();
        return this.receiver.receive(items, { source, lane, receivedAt: new Date().toISOString() });
      },
    });
    while (!this.stop.signal.aborted) {
      try {
        this.report(folder, await inbox.sweep());
      } catch (error) {
        this.report(folder, [{ source: folder, detail: error instanceof Error ? error.message : String(error) }]);
      }
      const pause = values.WENLIU_INGEST_POLL_INTERVAL_SECONDS * 1000;
      await delay(pause, undefined, { signal: this.stop.signal }).catch(() => undefined);
    }
  }

  private report(folder: string, problems: { source: string; detail: string }[]): void {
    this.reports.metrics.setSourceProblems(folder, problems.length);
    for (const problem of this.reports.problems.replace(folder, problems)) this.logger.warn(problem, 'cannot be read; will try again');
  }
}
