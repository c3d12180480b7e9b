import type { PipelineStatus } from '@wenliu/contracts';

type Problem = PipelineStatus['problems'][number];

/** What sources cannot read right now, for the status page. */
export class SourceProblems {
  private readonly bySource = new Map<string, Problem[]>();

  constructor(private readonly now: () => Date) {}

  /** The problems of one source as they are now; returns those that are new. */
  replace(source: string, problems: readonly { source: string; detail: string }[]): Problem[] {
    const before = this.bySource.get(source) ?? [];
    const same = (a: Omit<Problem, 'since'>): Problem | undefined => before.find((b) => b.source === a.source && b.detail === a.detail);
    const since = this.now().toISOString();
    const after = problems.map((problem) => same(problem) ?? { ...problem, since });
    this.bySource.set(source, after);
    return after.filter((problem) => !before.includes(problem));
  }

  all(): Problem[] {
    return [...this.bySource.values()].flat();
  }
}
