import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Ended, Profile, Running, StartOptions } from './profile.js';

const WENLIU = fileURLToPath(new URL('../../tools/cli/bin/wenliu.js', import.meta.url));
const READY_WITHIN_MS = 20_000;
/** A command that hangs is ended. */
const COMMAND_WITHIN_MS = 60_000;

type Child = ChildProcessByStdio<null, Readable, Readable>;

const alive = new Set<Child>();

const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'wenliu-e2e-'));
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });

/** No `.env`, no journals and no settings of whoever runs the tests. */
const HOME = makeFolder();
const ENV = {
  PATH: process.env['PATH'] ?? '',
  HOME,
  USERPROFILE: HOME,
  WENLIU_LOG_LEVEL: 'warn',
  WENLIU_NLP_SEGMENTER: 'node-rs-jieba',
  WENLIU_NLP_WORKERS: '1',
  WENLIU_INGEST_SETTLE_SECONDS: '0',
};

function launch(args: readonly string[], env: Readonly<Record<string, string>> = {}): { child: Child; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [WENLIU, ...args], { cwd: HOME, env: { ...ENV, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  alive.add(child);
  const started = performance.now();
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => {
      alive.delete(child);
      resolve({ code, signal, seconds: (performance.now() - started) / 1000, stderr });
    });
  });
  return { child, ended };
}

async function run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended & { stdout: string }> {
  const { child, ended } = launch(args, env);
  const timer = setTimeout(() => child.kill('SIGKILL'), COMMAND_WITHIN_MS);
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  const end = await ended;
  clearTimeout(timer);
  return { ...end, stdout };
}

async function readyUrl(child: Child): Promise<string | null> {
  const timer = setTimeout(() => child.kill('SIGKILL'), READY_WITHIN_MS);
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /http:\/\/\S+/.exec(line)?.[0];
      if (url !== undefined) return url;
    }
    return null;
  } finally {
    clearTimeout(timer);
  }
}

const upWith = (folder: string, inbox: string | undefined): string[] => [
  ...['up', '--port', '0', '--data', folder, '--no-seeds'],
  ...(inbox === undefined ? [] : ['--inbox', inbox]),
];

async function start({ data, inbox, env }: StartOptions = {}): Promise<Running> {
  const folder = data ?? makeFolder();
  const { child, ended } = launch(upWith(folder, inbox), env);
  const url = await readyUrl(child);
  if (url === null || child.pid === undefined) {
    const { stderr } = await ended;
    if (data === undefined) remove(folder);
    throw new Error(`the server did not start: ${stderr}`);
  }
  child.stdout.resume();
  const end = async (signal: NodeJS.Signals): Promise<Ended> => {
    const asked = performance.now();
    child.kill(signal);
    const end = await ended;
    if (data === undefined) remove(folder);
    return { ...end, seconds: (performance.now() - asked) / 1000 };
  };
  return { url, pid: child.pid, ended, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

async function killWhileStarting({ data, inbox, env }: StartOptions, afterMs: number): Promise<Ended> {
  const folder = data ?? makeFolder();
  const { child, ended } = launch(upWith(folder, inbox), env);
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  child.stdout.resume();
  const end = await ended;
  clearTimeout(timer);
  if (data === undefined) remove(folder);
  return end;
}

/** `wenliu up`: one process, SQLite and a folder. */
export const embedded: Profile = {
  name: 'embedded',
  features: { ownsFolder: true, oneProcess: true },
  start,
  killWhileStarting,
  refused: (args, env) => run(['up', '--no-seeds', ...args], env),
  command: (args, env) => run(args, env),
  dispose: () => {
    for (const child of alive) child.kill('SIGKILL');
    remove(HOME);
  },
};
