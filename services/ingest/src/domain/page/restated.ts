import type { Cohesion } from './cohesion.js';
import type { Layout } from './layout.js';
import type { Role } from './roles.js';

/** Lines of a head between a headline and its text. */
const REACH = 4;
/** ln of the odds from which on a line may be a heading, and those of one that leave no doubt. */
const LEAST = -4;
const SURE = 3.5;
const WEIGHT = 0.79;
const MOST = 2.5;

/**
 * The odds of headings, with what their texts say: the first sentence of news tells again what its headline tells, and text that
 * was cut does not say the same twice. Lines of a column are too short to ask.
 */
export function withRestated(odds: readonly number[], roles: readonly Role[], layout: Layout, cohesion: Cohesion): number[] {
  if (layout.wrap !== null) return [...odds];
  return odds.map((own, i) => {
    if (own < LEAST || own >= SURE) return own;
    const text = textUnder(i, odds, roles);
    const match = text < 0 ? 0 : cohesion.match([i], [text]);
    return own + Math.max(0, Math.min(MOST, match * WEIGHT));
  });
}

/** The first line of running text below, with nothing but headings and names between; -1 where there is none. */
function textUnder(heading: number, odds: readonly number[], roles: readonly Role[]): number {
  for (let i = heading + 1; i <= heading + REACH; i += 1) {
    const kind = roles[i]?.kind;
    if (kind === 'text' && (odds[i] ?? 0) < 1) return i;
    if (kind !== 'text' && kind !== 'byline') return -1;
  }
  return -1;
}
