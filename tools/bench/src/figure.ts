/** One measured figure; with a bound, the run says whether it holds. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  atLeast?: number;
  atMost?: number;
}

export const holds = ({ value, atLeast, atMost }: Figure): boolean => (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);

export function format(figure: Figure): string {
  const { name, value, unit, atLeast, atMost } = figure;
  const digits = value >= 100 ? 0 : value >= 1 ? 2 : 3;
  const bound = atLeast !== undefined ? `at least ${atLeast}` : atMost !== undefined ? `at most ${atMost}` : '';
  const verdict = bound === '' ? '' : holds(figure) ? ` (${bound}: holds)` : ` (${bound}: FALLS SHORT)`;
  return `${name.padEnd(56)} ${value.toFixed(digits).padStart(10)} ${unit}${verdict}`;
}

/** The value that `share` of the ascending ones do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const ascending = [...values].sort((a, b) => a - b);
  return ascending[Math.min(ascending.length - 1, Math.ceil(share * ascending.length) - 1)] ?? 0;
}
