import { setTimeout as delay } from 'node:timers/promises';

/** Each refresh makes a segment of the index that has to be merged: batches that end close to each other share one. */
const REFRESH_EVERY_MS = 700;
/** Where refreshing takes long, it does not take more than this part of the time. */
const SHARE = 1 / 4;

/** Refreshes at most so often. Who asks gets the first one that begins after that, alone at once, else together with others. */
export class SharedRefresh {
  private next: Promise<void> | null = null;
  private running: Promise<void> = Promise.resolve();
  private notBefore = -Infinity;

  constructor(
    private readonly refresh: () => Promise<void>,
    private readonly everyMs = REFRESH_EVERY_MS,
  ) {}

  request(): Promise<void> {
    this.next ??= this.begin();
    return this.next;
  }

  private async begin(): Promise<void> {
    // One that is under way may have begun before the last write.
    await this.running.catch(() => undefined);
    await delay(Math.max(0, this.notBefore - performance.now()));
    this.next = null;
    const began = performance.now();
    this.notBefore = began + this.everyMs;
    this.running = this.refresh();
    await this.running;
    this.notBefore = Math.max(this.notBefore, began + (performance.now() - began) / SHARE);
  }
}
