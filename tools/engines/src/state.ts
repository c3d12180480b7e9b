import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isEngineName, type EngineName } from './engine-table.js';
import { CACHE } from './folders.js';
import { listens, worksOn } from './processes.js';

/** An engine that `up` started. */
export interface Kept {
  readonly name: EngineName;
  readonly address: string;
  readonly port: number;
  readonly pid: number;
  readonly folder: string;
}

const FILE = join(CACHE, 'state.json');

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { name, address, port, pid, folder } = Object.fromEntries(Object.entries(value));
  return (
    typeof name === 'string' && isEngineName(name) && typeof address === 'string' && typeof port === 'number' &&
    typeof pid === 'number' && typeof folder === 'string'
  );
}

/** What a state file says; a damaged one says nothing. */
export function parseState(text: string): Kept[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isKept) : [];
  } catch {
    return [];
  }
}

export async function readState(): Promise<Kept[]> {
  return existsSync(FILE) ? parseState(await readFile(FILE, 'utf8')) : [];
}

export async function writeState(kept: readonly Kept[]): Promise<void> {
  await mkdir(dirname(FILE), { recursive: true });
  await writeFile(`${FILE}.${process.pid}`, `${JSON.stringify(kept, null, 2)}\n`);
  await rename(`${FILE}.${process.pid}`, FILE);
}

export const isUp = async ({ pid, folder, port }: Kept): Promise<boolean> => (await worksOn(pid, folder)) && listens(port);
