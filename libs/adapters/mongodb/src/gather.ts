interface Waiting<Q, A> {
  readonly question: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One call for all that is asked in one turn of the event loop, at most `most` at a time: each costs the server a message and, where it
 * writes, a commit. `answer` gives an answer or an error for each question, in order; what it throws is told to all of them.
 */
export function gather<Q, A>(most: number, answer: (questions: readonly Q[]) => Promise<readonly (A | Error)[]>): (question: Q) => Promise<A> {
  let waiting: Waiting<Q, A>[] = [];
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
  const askAll = (): void => {
    const all = waiting;
    waiting = [];
    for (let from = 0; from < all.length; from += most) void ask(all.slice(from, from + most));
  };
  return (question) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(askAll);
      waiting.push({ question, resolve, reject });
    });
}
