const INSTRUCTION = /^([A-Z]+)\s+(.*)$/;

interface Instruction {
  name: string;
  rest: string;
}

/** Lines that end in a backslash go on; lines of comment are none. */
const instructionsOf = (text: string): Instruction[] =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .flatMap((line) => {
      const [, name = '', rest = ''] = INSTRUCTION.exec(line) ?? [];
      return name === '' ? [] : [{ name, rest }];
    });

/** A sentence for everything in the file that is not as safe, or not as exact, as it must be; `node` is the version that we test on. */
export function dockerfileFaults(text: string, node: string): string[] {
  const instructions = instructionsOf(text);
  const last = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));
  const valueOf = (wanted: string): string => last.findLast(({ name }) => name === wanted)?.rest ?? '';
  const strangers = instructions.filter(({ name, rest }) => name === 'FROM' && !rest.startsWith(`node:${node}-`));
  const rules: readonly [boolean, string][] = [
    [strangers.length === 0, `is made from ${strangers.map(({ rest }) => rest).join(', ')}, and we test on Node ${node}`],
    // By number: by name nobody outside can tell that it is not root.
    [/^[1-9]\d*:[1-9]\d*$/.test(valueOf('USER')), 'does not give up root by number'],
    [valueOf('HEALTHCHECK').includes('CMD ['), 'has no health check'],
    // A shell in between would keep the signal to stop.
    [valueOf('ENTRYPOINT').startsWith('["node"'), 'does not start node itself'],
    [!instructions.some(({ name }) => name === 'ADD'), 'adds files from elsewhere'],
  ];
  return rules.filter(([holds]) => !holds).map(([, fault]) => `deploy/Dockerfile ${fault}`);
}
