import { type MessageLog } from '@wenliu/ports';
import { type DiskRoom, type PipelineMonitor, ProblemError } from '@wenliu/platform';
import { type IngestConfig } from './ingest.settings.js';

/** What is waiting and what is free is looked up at most so often; between two looks not much can come in. */
const LOOK_EVERY_MS = 1_000;
const MIB = 1024 * 1024;
/** What becomes of a message that waits: measured over articles of 1,300 characters, in log, store and index together, 28 kB. */
const MIB_A_MESSAGE = 32 / 1024;

interface Waiting {
  stage: string;
  messages: number;
}

/** Refuses new documents while what was accepted before them needs the time or the room. */
export class Backpressure {
  private lookedAt = -Infinity;
  private refusal: ProblemError | null = null;

  constructor(
    private readonly log: MessageLog,
    private readonly monitor: Pick<PipelineMonitor, 'lags'>,
    private readonly disk: DiskRoom,
    private readonly config: IngestConfig,
  ) {}

  async check(): Promise<void> {
    if (performance.now() - this.lookedAt >= LOOK_EVERY_MS) {
      this.lookedAt = performance.now();
      const waiting = (await this.monitor.lags(this.log)).map(({ stage, lag }): Waiting => ({ stage: stage.name, messages: lag.live + lag.backfill }));
      this.refusal = this.tooMuch(waiting) ?? this.tooLittleRoom(waiting, (await this.disk.freeBytes()) / MIB);
    }
    if (this.refusal !== null) throw this.refusal;
  }

  private tooMuch(waiting: readonly Waiting[]): ProblemError | null {
    const worst = waiting.reduce((a, b) => (b.messages > a.messages ? b : a), { stage: '', messages: 0 });
    if (worst.messages <= this.config.values.WENLIU_INGEST_MAX_LAG_MESSAGES) return null;
    return new ProblemError(503, 'overloaded', 'The pipeline is behind', `${worst.messages} messages wait for ${worst.stage}: come back later.`, {
      retryAfterSeconds: 10,
    });
  }

  /** A disk filled to the last byte with what waits has no room for what becomes of it, and nothing would ever leave. */
  private tooLittleRoom(waiting: readonly Waiting[], freeMib: number): ProblemError | null {
    const reserve = this.config.values.WENLIU_INGEST_DISK_RESERVE_MB;
    const messages = waiting.reduce((sum, one) => sum + one.messages, 0);
    if (reserve === 0 || freeMib >= reserve + messages * MIB_A_MESSAGE) return null;
    const detail = `${Math.floor(freeMib)} MB are free on the disk of the data folder. They are kept for what was accepted already, of which ${messages} messages are under way: free some space, or lower WENLIU_INGEST_DISK_RESERVE_MB.`;
    return new ProblemError(503, 'disk-nearly-full', 'The disk is nearly full', detail, { retryAfterSeconds: 30 });
  }
}
