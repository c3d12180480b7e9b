import { setTimeout as delay } from 'node:timers/promises';

/** Each refresh makes a segment of the index that has to be merged: batches that end close to each other share one. */
const REFRESH_EVERY_MS = 400;
/**
 * So many are worth a segment of their own, and writing it is then most of what a refresh takes: a backlog does not wait. 50 a second
 * never are so many.
 */
const ENOUGH_DOCUMENTS = 64;
/** Where refreshing takes long, it does not take more than this part of the time. */
const SHARE = 1 / 2;

/** Refreshes at most so often, unless much was written. Who asks gets the first one that begins after that, alone at once, else together with others. */
export class SharedRefresh {
  private next: Promise<void> | null = null;
  private running: Promise<void> = Promise.resolve();
  /** When the last one began, and how long it took. */
  private last = { at: -Infinity, ms: 0 };
  private documents = 0;
  private enough = new AbortController();

  constructor(
    private readonly refresh: () => Promise<void>,
    private readonly everyMs = REFRESH_EVERY_MS,
  ) {}

  request(): Promise<void> {
    this.next ??= this.begin();
    return this.next;
  }

  /** Documents that the next one makes visible; with enough of them it waits for nobody. */
  wrote(documents: number): void {
    this.documents += documents;
    if (this.documents >= ENOUGH_DOCUMENTS) this.enough.abort();
  }

  private async begin(): Promise<void> {
    // One that is under way may have begun before the last write.
    await this.running.catch(() => undefined);
    await this.pauseUntil(this.last.at + Math.max(this.everyMs, this.last.ms / SHARE));
    this.next = null;
    this.documents = 0;
    this.enough = new AbortController();
    this.running = this.timed();
    await this.running;
  }

  private async timed(): Promise<void> {
    const at = performance.now();
    this.last = { at, ms: 0 };
    await this.refresh();
    this.last = { at, ms: performance.now() - at };
  }

  /** Or until enough was written. */
  private async pauseUntil(time: number): Promise<void> {
    const ms = time - performance.now();
    const { signal } = this.enough;
    if (ms > 0 && !signal.aborted) await delay(ms, undefined, { signal }).catch(() => undefined);
  }
}
