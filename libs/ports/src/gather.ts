import { setTimeout as delay } from 'node:timers/promises';

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
  /** After a call that a few came too late for, more are waited for, as long as it took; not where many wait, nor for one who asks again when he has his answer. */
  readonly rests?: boolean;
}

/** So many are worth a call at once. */
const MANY = 16;

/**
 * One call for all that is asked in one turn of the event loop or while earlier calls are under way: each costs an engine a message
 * and, where it writes, a commit. `answer` gives an answer or an error for each question, in order; what it throws is told to all of them.
 */
export function gather<Q, A>({ most, atOnce, rests = false }: GatherLimits, answer: (questions: readonly Q[]) => Promise<readonly (A | Error)[]>): (question: Q) => Promise<A> {
  const waiting: Waiting<Q, A>[] = [];
  let underWay = 0;
  const call = async (some: readonly Waiting<Q, A>[]): Promise<void> => {
    const began = performance.now();
    const [answers] = await Promise.allSettled([(async () => answer(some.map(({ question }) => question)))()]);
    const took = performance.now() - began;
    // Looked at before anybody has his answer: who asks again then is not late.
    const few = waiting.length > 0 && waiting.length < MANY;
    for (const [i, { resolve, reject }] of some.entries()) {
      if (answers.status === 'rejected') {
        reject(answers.reason);
        continue;
      }
      const given = answers.value[i];
      if (given === undefined) reject(new Error('a question was left without an answer'));
      else if (given instanceof Error) reject(given);
      else resolve(given);
    }
    if (rests && few) await delay(took);
  };
  const callNext = (): void => {
    while (waiting.length > 0 && underWay < atOnce) {
      underWay++;
      void call(waiting.splice(0, most)).finally(() => {
        underWay--;
        callNext();
      });
    }
  };
  return (question) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(callNext);
      waiting.push({ question, resolve, reject });
    });
}
