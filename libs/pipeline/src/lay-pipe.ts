import { quarantineTopic } from '@wenliu/contracts';
import type { Stage } from './stage.js';

/** What is wrong with a set of stages, in words; empty when they fit together. `external` topics are fed from outside stages. */
export function findPipeFaults(stages: readonly Stage[], topics: readonly string[], external: readonly string[]): string[] {
  const faults: string[] = [];
  const names = new Set<string>();
  const fed = new Set(external);
  for (const stage of stages) for (const output of stage.outputs) fed.add(output);
  const writers = new Map<string, string>();
  for (const stage of stages) {
    if (names.has(stage.name)) faults.push(`two stages are named ${stage.name}: give one another name`);
    names.add(stage.name);
    if (!topics.includes(stage.input)) faults.push(`stage ${stage.name} reads ${stage.input}, which is not in topics.ts`);
    if (!fed.has(stage.input)) faults.push(`stage ${stage.name} reads ${stage.input}, which nothing writes`);
    for (const output of stage.outputs) {
      if (!topics.includes(output)) faults.push(`stage ${stage.name} writes ${output}, which is not in topics.ts`);
      const other = writers.get(output);
      if (other !== undefined) faults.push(`stages ${other} and ${stage.name} both write ${output}`);
      writers.set(output, stage.name);
    }
  }
  return faults;
}

/** Every dead-letter topic of a set of stages. */
export const quarantineTopicsOf = (stages: readonly Stage[]): string[] =>
  stages.map((stage) => quarantineTopic(stage.input, stage.name));
