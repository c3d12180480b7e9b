import type { Figure } from '../figure.js';
import type { ClusterUnderTest } from './cluster-under-test.js';

/** Seconds on processors, of each engine and service. */
export type Processor = Readonly<Record<string, number>>;

export interface Measured {
  seconds: number;
  processor: Processor;
}

export async function measure(cluster: ClusterUnderTest, work: () => Promise<void>): Promise<Measured> {
  const [before, began] = [cluster.cpuSeconds(), performance.now()];
  await work();
  const seconds = (performance.now() - began) / 1000;
  return { seconds, processor: Object.fromEntries(Object.entries(cluster.cpuSeconds()).map(([name, spent]) => [name, spent - (before[name] ?? 0)])) };
}

/**
 * Other work on the machine changes what is done in a second more than what a document costs. The sum says what the machine allows:
 * two cores spend 2,000 ms a second, fewer where the two are one that is shared.
 */
export function processorTimes(phase: string, processor: Processor, articles: number): Figure[] {
  const each = Object.entries(processor).map(([name, seconds]) => [`of ${name}`, seconds] as const);
  const all = ['in all', Object.values(processor).reduce((sum, seconds) => sum + seconds, 0)] as const;
  return [...each, all].map(([whose, seconds]) => ({ name: `cluster: ${phase}: processor time ${whose}, each`, value: (seconds * 1000) / articles, unit: 'ms' }));
}
