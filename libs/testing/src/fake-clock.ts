import type { Clock } from '@wenliu/pipeline';

interface Sleeper {
  until: number;
  wake(): void;
}

/**
 * A clock that a test moves. One that moves `by itself` jumps to the end of every sleep, so that backoff costs no time; one that
 * is moved `by hand` sleeps until `advance` or until the signal aborts.
 */
export class FakeClock implements Clock {
  /** How long each sleep was to be. */
  readonly sleeps: number[] = [];
  private time = Date.UTC(2026, 0, 2, 3, 4, 5);
  private readonly sleepers = new Set<Sleeper>();
  private readonly watchers = new Set<() => void>();

  constructor(private readonly moves: 'by itself' | 'by hand' = 'by itself') {}

  now(): Date {
    return new Date(this.time);
  }

  random(): number {
    return 0.5;
  }

  async sleep(ms: number, signal: AbortSignal): Promise<void> {
    this.sleeps.push(ms);
    if (signal.aborted) return;
    if (this.moves === 'by itself') {
      this.time += ms;
      // Other work gets its turn, as in a real sleep.
      await new Promise(setImmediate);
      return;
    }
    await new Promise<void>((resolve) => {
      const sleeper: Sleeper = { until: this.time + ms, wake: () => { this.sleepers.delete(sleeper); resolve(); } };
      this.sleepers.add(sleeper);
      signal.addEventListener('abort', () => sleeper.wake(), { once: true });
      for (const look of [...this.watchers]) look();
    });
  }

  /** Resolves when somebody sleeps. */
  async someoneSleeps(): Promise<void> {
    if (this.sleepers.size > 0) return;
    await new Promise<void>((resolve) => {
      const look = (): void => {
        this.watchers.delete(look);
        resolve();
      };
      this.watchers.add(look);
    });
  }

  advance(ms: number): void {
    this.time += ms;
    for (const sleeper of [...this.sleepers]) if (sleeper.until <= this.time) sleeper.wake();
  }
}
