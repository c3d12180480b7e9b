import { expect } from '@jest/globals';
import { forward, type Outcome, type Output } from '@wenliu/pipeline';
import type { LogRecord } from '@wenliu/ports';
import type { StageInput, StageRun } from './run-stage.js';

export const OUTPUT = 'test.output.v1';
export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (value: Uint8Array): string => new TextDecoder().decode(value);
export const outputOf = ({ key, value }: LogRecord): Output => ({ topic: OUTPUT, key, subject: key, version: 1, value });
export const pass = (record: LogRecord): Outcome => forward([outputOf(record)]);
export const passAll = async (records: readonly LogRecord[]): Promise<Outcome[]> => records.map(pass);

export const inputs = (count: number, of: (n: number) => Partial<StageInput> = () => ({})): StageInput[] =>
  Array.from({ length: count }, (_, n) => ({ key: `k${n}`, value: bytes(`v${n}`), ...of(n) }));

export const isPoison = (record: LogRecord): boolean => textOf(record.value).startsWith('poison');
const count = (run: StageRun, kind: Outcome['kind']): number => run.settled.filter(({ outcome }) => outcome.kind === kind).length;
export const outputTexts = (run: StageRun): string[] => (run.outputs.get(OUTPUT) ?? []).map(({ value }) => textOf(value)).sort();

/** Every input has one outcome, and what is counted is what is in the log. */
export function expectAccounts(run: StageRun, inputCount: number): void {
  expect(run.settled).toHaveLength(inputCount);
  expect(run.hops).toHaveLength(inputCount);
  const places = run.settled.map(({ record }) => `${record.partition}/${record.offset}`);
  expect(new Set(places).size).toBe(inputCount);
  expect(run.quarantined).toHaveLength(count(run, 'quarantine'));
  expect(count(run, 'forward') + count(run, 'discard') + count(run, 'quarantine')).toBe(inputCount);
}
