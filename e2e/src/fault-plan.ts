import { between, createRandom, pick } from './random.js';

export const ROLES = ['ingest', 'nlp', 'indexer', 'api'] as const;
export type Role = (typeof ROLES)[number];

/** How much goes wrong. */
export interface FaultSizes {
  documents: number;
  kills: number;
  brokerKills: number;
  indexRestarts: number;
  pauseSeconds: number;
  churnSeconds: number;
  seed: number;
}

type Fault =
  /** kill -9 of a service; with `again` once more while it starts, so many ms later. */
  | { kind: 'kill'; role: Role; restartAfterMs: number; againAfterMs: number | null }
  | { kind: 'kill-broker'; restartAfterMs: number }
  | { kind: 'restart-index'; inOrder: boolean }
  /** SIGSTOP; another process of the role takes its partitions meanwhile. */
  | { kind: 'pause'; role: Role; seconds: number }
  /** Members join and leave every three seconds. */
  | { kind: 'churn'; seconds: number };

/** So long after its part of the documents has begun to be sent. */
export type TimedFault = Fault & { afterMs: number };

const LATEST_MS = 3_000;
const LATEST_RESTART_MS = 2_000;
const SHARE_KILLED_AGAIN = 0.2;
/** Those that consume: the others hold nothing to be taken from them. */
const CONSUMERS: readonly Role[] = ['nlp', 'indexer'];

/** The same for the same seed. Every service is killed as often as the others, in any order. */
export function planFaults({ kills, brokerKills, indexRestarts, pauseSeconds, churnSeconds, seed }: FaultSizes): TimedFault[] {
  const random = createRandom(seed);
  const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
  const faults: Fault[] = [
    ...times(kills, (n) => kill(random, ROLES[n % ROLES.length] ?? 'nlp')),
    ...times(brokerKills, (): Fault => ({ kind: 'kill-broker', restartAfterMs: between(random, 0, 5_000) })),
    ...times(indexRestarts, (n): Fault => ({ kind: 'restart-index', inOrder: n % 2 === 1 })),
    ...(pauseSeconds > 0 ? [{ kind: 'pause', role: pick(random, CONSUMERS), seconds: pauseSeconds } as const] : []),
    ...(churnSeconds > 0 ? [{ kind: 'churn', seconds: churnSeconds } as const] : []),
  ];
  return shuffled(random, faults).map((fault) => ({ ...fault, afterMs: between(random, 0, LATEST_MS) }));
}

function kill(random: () => number, role: Role): Fault {
  const restartAfterMs = between(random, 0, LATEST_RESTART_MS);
  return { kind: 'kill', role, restartAfterMs, againAfterMs: random() < SHARE_KILLED_AGAIN ? between(random, 100, 3_000) : null };
}

function shuffled<T>(random: () => number, values: readonly T[]): T[] {
  const keyed = values.map((value) => ({ value, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value);
}
