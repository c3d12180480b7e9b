const WINDOW_MS = 60_000;

interface Sample {
  at: number;
  committed: number;
}

export interface Pace {
  /** Messages a second over the last minute. */
  rate: number;
  /** Seconds for which messages wait and none was committed, as far as it was looked at. */
  idleSeconds: number;
}

/** How fast a group goes on, seen from its commits: all that is known of a stage that runs in other processes. */
export class CommittedPace {
  private readonly samples = new Map<string, Sample[]>();
  private readonly movedAt = new Map<string, number>();

  constructor(private readonly nowMs: () => number) {}

  /** Messages committed in all, and still open. The more often it is asked, the better it knows. */
  look(group: string, committed: number, open: number): Pace {
    const now = this.nowMs();
    const samples = this.samples.get(group) ?? [];
    this.samples.set(group, samples);
    if (open === 0 || samples.at(-1)?.committed !== committed) this.movedAt.set(group, now);
    samples.push({ at: now, committed });
    while (samples.length > 1 && now - (samples[0]?.at ?? now) > WINDOW_MS) samples.shift();
    const first = samples[0] ?? { at: now, committed };
    const seconds = (now - first.at) / 1000;
    return {
      rate: seconds === 0 ? 0 : Math.max(0, committed - first.committed) / seconds,
      idleSeconds: Math.round((now - (this.movedAt.get(group) ?? now)) / 1000),
    };
  }
}
