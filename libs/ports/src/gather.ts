interface Waiting<Q, A> {
  readonly question: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
}

export interface GatherLimits {
  /** Questions in one call. */
  readonly most: number;
  /** Calls under way side by side: with two, one that is slow does not hold up the others. */
  readonly atOnce: number;
}

/**
 * One call for all that is asked in one turn of the event loop or while earlier calls are under way: each costs an engine a message
 * and, where it writes, a commit. `answer` gives an answer or an error for each question, in order; what it throws is told to all of them.
 */
export function gather<Q, A>({ most, atOnce }: GatherLimits, answer: (questions: readonly Q[]) => Promise<readonly (A | Error)[]>): (question: Q) => Promise<A> {
  const waiting: Waiting<Q, A>[] = [];
  let underWay = 0;
  const ask = async (some: readonly Waiting<Q, A>[]): Promise<void> => {
    try {
      const answers = await answer(some.map(({ question }) => question));
      for (const [i, { resolve, reject }] of some.entries()) {
        const given = answers[i];
        if (given === undefined) reject(new Error('a question was left without an answer'));
        else if (given instanceof Error) reject(given);
        else resolve(given);
      }
    } catch (error) {
      for (const { reject } of some) reject(error);
    }
  };
  const askNext = (): void => {
    while (waiting.length > 0 && underWay < atOnce) {
      underWay++;
      void ask(waiting.splice(0, most)).finally(() => {
        underWay--;
        askNext();
      });
    }
  };
  return (question) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(askNext);
      waiting.push({ question, resolve, reject });
    });
}
