import type { ThreadClient } from './rpc.js';

/** Reading threads; a call goes to the one with the fewest calls open. */
export class ReaderPool {
  private readonly open: number[];

  constructor(private readonly threads: readonly ThreadClient[]) {
    this.open = threads.map(() => 0);
  }

  get size(): number {
    return this.threads.length;
  }

  call<T>(method: string, argument: unknown): Promise<T> {
    return this.callOn(this.leastBusy(), method, argument);
  }

  /** On a thread of one's choice, for what that thread remembers. */
  async callOn<T>(index: number, method: string, argument: unknown): Promise<T> {
    const thread = this.threads[index];
    if (thread === undefined) throw new Error(`no reading thread ${index}`);
    this.open[index] = (this.open[index] ?? 0) + 1;
    try {
      return await thread.call<T>(method, argument);
    } finally {
      this.open[index] = (this.open[index] ?? 1) - 1;
    }
  }

  leastBusy(): number {
    return this.open.indexOf(Math.min(...this.open));
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.close()));
  }
}
