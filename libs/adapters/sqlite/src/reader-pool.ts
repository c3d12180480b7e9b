import type { ThreadClient } from './rpc.js';

/** Reading threads, each opened when all before it are busy; a call goes to the one with the fewest calls open. */
export class ReaderPool {
  private readonly threads: { client: ThreadClient; calls: number }[];

  constructor(
    private most: number,
    private readonly open: () => ThreadClient,
  ) {
    this.threads = [{ client: open(), calls: 0 }];
  }

  call<T>(method: string, argument: unknown): Promise<T> {
    return this.callOn(this.leastBusy(), method, argument);
  }

  /** On a thread of one's choice, for what that thread remembers. */
  async callOn<T>(index: number, method: string, argument: unknown): Promise<T> {
    const thread = this.at(index % this.most);
    thread.calls++;
    try {
      return await thread.client.call<T>(method, argument);
    } finally {
      thread.calls--;
    }
  }

  /** May be one that is not open yet. */
  leastBusy(): number {
    const calls = this.threads.map((thread) => thread.calls);
    const fewest = Math.min(...calls);
    return fewest > 0 && calls.length < this.most ? calls.length : calls.indexOf(fewest);
  }

  async close(): Promise<void> {
    // Those that are open say that they are closed; no new one opens.
    this.most = this.threads.length;
    await Promise.all(this.threads.map(({ client }) => client.close()));
  }

  private at(index: number): { client: ThreadClient; calls: number } {
    for (;;) {
      const thread = this.threads[index];
      if (thread !== undefined) return thread;
      this.threads.push({ client: this.open(), calls: 0 });
    }
  }
}
