import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { ENGINES, type EngineName } from './engine-table.js';
import { buildProgram, fetchJars } from './fetch-engine.js';
import { findJdk } from './find-jdk.js';
import { sourceOf } from './folders.js';
import { eventually, listens } from './processes.js';
import { lastLines } from './run-tool.js';

/** `attached`: ends when this process does, however that ends. `detached`: stays until it is told to end. */
export type Mode = 'attached' | 'detached';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

/** How to start the engine, its packages fetched if need be. `EngineMissing` where it cannot be had. */
export async function commandOf(name: EngineName): Promise<Command> {
  const { heap, jvmFlags } = ENGINES[name];
  if (heap === null) return { program: await buildProgram(name), args: [] };
  const jdk = findJdk();
  const jars = await fetchJars(name, jdk);
  // One collector thread and early compilation only: a machine for tests has few cores, and a start is what is waited for.
  const flags = [`-Xmx${heap}`, '-XX:+UseSerialGC', '-Dlog4j2.level=WARN', ...jvmFlags];
  return { program: join(jdk.home, 'bin', 'java'), args: [...flags, '-cp', join(jars, '*'), join(sourceOf(name), 'Launcher.java')] };
}

export interface Launch {
  readonly name: EngineName;
  readonly mode: Mode;
  readonly folder: string;
  readonly port: number;
  readonly log: string;
}

/** Starts the process and waits until it answers; throws with its last lines where it ends or is too late. */
export async function launch(command: Command, { name, mode, folder, port, log }: Launch): Promise<ChildProcess & { pid: number }> {
  const output = openSync(log, 'w');
  const child = spawn(command.program, [...command.args, mode, folder, `${port}`], {
    cwd: folder,
    detached: true,
    stdio: [mode === 'attached' ? 'pipe' : 'ignore', output, output],
  });
  closeSync(output);
  const end: { how: string | null } = { how: null };
  child.once('error', (error) => { end.how = error.message; });
  child.once('exit', (code, signal) => { end.how ??= `it ended with ${signal ?? `code ${code ?? 0}`}`; });
  const said = (): string => readFileSync(log, 'utf8');
  const ready = (): boolean => /^READY$/m.test(said());
  const limitMs = ENGINES[name].startLimitMs;
  await eventually(() => end.how !== null || ready(), limitMs);
  const { pid } = child;
  if (end.how === null && pid !== undefined && ready() && (await listens(port))) {
    child.unref();
    // Its end must not keep this process waiting; the pipe lives as long as this process does.
    if (child.stdin instanceof Socket) child.stdin.unref();
    return Object.assign(child, { pid });
  }
  child.kill('SIGKILL');
  throw new Error(`${name} did not start: ${end.how ?? `no answer within ${limitMs / 1_000} s`}\n${lastLines(said())}`);
}
