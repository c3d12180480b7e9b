import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { EngineMissing } from './engine-missing.js';

const run = promisify(execFile);

/** Package registries answer in seconds; a build of FerretDB takes a minute and a half on two cores at work. */
const LIMIT_MS = 10 * 60_000;
/** A Java error says what is wrong on the first of its many lines. */
const LAST_LINES = 40;

export const lastLines = (text: string): string => text.trimEnd().split('\n').slice(-LAST_LINES).join('\n');

const textIn = (error: unknown, field: string): string => {
  const value: unknown = error instanceof Error ? Reflect.get(error, field) : undefined;
  return typeof value === 'string' ? value : '';
};

/** Runs what fetches or builds an engine; `EngineMissing` with `purpose` where the tool is missing or fails. */
export async function runTool(tool: string, args: readonly string[], folder: string, purpose: string): Promise<void> {
  try {
    await run(tool, args, { cwd: folder, timeout: LIMIT_MS, maxBuffer: 64 * 1024 * 1024 });
  } catch (cause) {
    const missing = textIn(cause, 'code') === 'ENOENT';
    const detail = missing ? `${tool} is not installed` : lastLines(textIn(cause, 'stdout') + textIn(cause, 'stderr'));
    throw new EngineMissing(`${purpose}: ${detail}`, { cause });
  }
}
