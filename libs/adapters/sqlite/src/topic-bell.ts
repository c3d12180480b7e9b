/** Tells waiting readers that a topic has new records, without losing a ring that comes between looking and waiting. */
export class TopicBell {
  private readonly rings = new Map<string, number>();
  private readonly waiting = new Map<string, Set<() => void>>();

  ring(topics: readonly string[]): void {
    for (const topic of topics) {
      this.rings.set(topic, (this.rings.get(topic) ?? 0) + 1);
      const waiters = this.waiting.get(topic);
      this.waiting.delete(topic);
      waiters?.forEach((wake) => wake());
    }
  }

  /** `wait` resolves at the first ring since `listen` was called, or when aborted. */
  listen(topic: string): { wait(signal: AbortSignal): Promise<void> } {
    const heard = this.rings.get(topic) ?? 0;
    return {
      wait: (signal) =>
        new Promise((resolve) => {
          if (signal.aborted || (this.rings.get(topic) ?? 0) !== heard) return resolve();
          const waiters = this.waiting.get(topic) ?? new Set();
          this.waiting.set(topic, waiters);
          const wake = (): void => {
            waiters.delete(wake);
            signal.removeEventListener('abort', wake);
            resolve();
          };
          waiters.add(wake);
          signal.addEventListener('abort', wake, { once: true });
        }),
    };
  }
}
