import { quarantineTopic, type StageSpec } from '@wenliu/contracts';

/** What is wrong with a set of stages, in words; empty when they fit together. `external` topics are fed from outside stages. */
export function findPipeFaults(stages: readonly StageSpec[], topics: readonly string[], external: readonly string[]): string[] {
  const faults: string[] = [];
  const names = new Set<string>();
  const fed = new Set(external);
  for (const stage of stages) for (const output of stage.outputs) fed.add(output.name);
  const writers = new Map<string, string>();
  for (const stage of stages) {
    if (names.has(stage.name)) faults.push(`two stages are named ${stage.name}: give one another name`);
    names.add(stage.name);
    const input = stage.input.name;
    if (!topics.includes(input)) faults.push(`stage ${stage.name} reads ${input}, which is not in topics.ts`);
    if (!fed.has(input)) faults.push(`stage ${stage.name} reads ${input}, which nothing writes`);
    for (const { name: output } of stage.outputs) {
      if (!topics.includes(output)) faults.push(`stage ${stage.name} writes ${output}, which is not in topics.ts`);
      const other = writers.get(output);
      if (other !== undefined) faults.push(`stages ${other} and ${stage.name} both write ${output}`);
      writers.set(output, stage.name);
    }
  }
  return faults;
}

/** Every dead-letter topic of a set of stages. */
export const quarantineTopicsOf = (stages: readonly StageSpec[]): string[] =>
  stages.map((stage) => quarantineTopic(stage.input.name, stage.name));
