import { createHash } from 'node:crypto';
import { it } from '@jest/globals';

/** Longest that a case waits for something to happen before it fails: engines behind a network take their time. */
const PATIENCE_MS = 15_000;

/** `it`, or a skipped case that says why. */
export function itIf(has: boolean, reason: string): (title: string, run: () => Promise<void>) => void {
  return has ? (title, run) => it(title, run) : (title, run) => it.skip(`${title} (skipped: ${reason})`, run);
}

/** The promise's value, or an error that names what did not come. */
export async function within<T>(what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited ${PATIENCE_MS / 1000} s for ${what}`)), PATIENCE_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** A promise and its key. */
export interface Gate {
  readonly passed: Promise<void>;
  open(): void;
}

export function createGate(): Gate {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { passed: promise, open: () => resolve(undefined) };
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** For comparing: engines hand out bytes in classes of their own. */
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

export const ALL_BYTES = Uint8Array.from({ length: 256 }, (_, n) => n);

export const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

/** Mulberry32, so that a run can be repeated: a number below `below`. */
export function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = createRandom(seed);
  const rest = [...items];
  return items.flatMap(() => rest.splice(random(rest.length), 1));
}
