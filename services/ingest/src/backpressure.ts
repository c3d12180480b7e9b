import { type MessageLog } from '@wenliu/ports';
import { type PipelineMonitor, ProblemError } from '@wenliu/platform';
import { type IngestConfig } from './ingest.settings.js';

/** The lag is looked up at most so often; between two looks not much can come in. */
const LOOK_EVERY_MS = 500;

/** Refuses new documents while a stage is too far behind. */
export class Backpressure {
  private lookedAt = -Infinity;
  private worst = { stage: '', messages: 0 };

  constructor(
    private readonly log: MessageLog,
    private readonly monitor: PipelineMonitor,
    private readonly config: IngestConfig,
  ) {}

  async check(): Promise<void> {
    const limit = this.config.values.WENLIU_INGEST_MAX_LAG_MESSAGES;
    const { stage, messages } = await this.look();
    if (messages <= limit) return;
    throw new ProblemError(503, 'overloaded', 'The pipeline is behind', `${messages} messages wait for ${stage}: come back later.`, {
      retryAfterSeconds: 10,
    });
  }

  private async look(): Promise<{ stage: string; messages: number }> {
    if (performance.now() - this.lookedAt < LOOK_EVERY_MS) return this.worst;
    this.lookedAt = performance.now();
    const lags = (await this.monitor.lags(this.log)).map(({ stage, lag }) => ({ stage: stage.name, messages: lag.live + lag.backfill }));
    this.worst = lags.reduce((a, b) => (b.messages > a.messages ? b : a), { stage: '', messages: 0 });
    return this.worst;
  }
}
