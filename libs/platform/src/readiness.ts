/** What keeps this process from being ready, by whom. Starts as "starting"; parts of the process add and take back theirs. */
export class Readiness {
  private readonly reasons = new Map<string, string>([['start', 'starting']]);

  started(): void {
    this.reasons.delete('start');
  }

  set(part: string, problem: string | null): void {
    if (problem === null) this.reasons.delete(part);
    else this.reasons.set(part, problem);
  }

  problems(): string[] {
    return [...this.reasons].map(([part, problem]) => `${part}: ${problem}`);
  }
}
