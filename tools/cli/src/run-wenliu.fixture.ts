import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll } from '@jest/globals';

const BIN = fileURLToPath(new URL('../bin/wenliu.js', import.meta.url));

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  stdin?: string;
  env?: Record<string, string>;
  /** Closes the command's stdout as `head` does. */
  firstChunkOnly?: boolean;
  /** Called with the process once it runs. */
  started?: (child: ChildProcess) => void;
}

const folders: string[] = [];
afterAll(() => folders.forEach(remove));

const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'wenliu-cli-'));
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** A folder of its own, removed behind the last test of the file. */
export function temporaryFolder(): string {
  const folder = makeFolder();
  folders.push(folder);
  return folder;
}

/** No `.env`, no journals and no settings of whoever runs the tests. */
const HOME = temporaryFolder();
const ENV = { PATH: process.env['PATH'] ?? '', HOME, USERPROFILE: HOME, WENLIU_NLP_SEGMENTER: 'node-rs-jieba', WENLIU_NLP_WORKERS: '1', WENLIU_LOG_LEVEL: 'error' };

function start(args: readonly string[], env: Record<string, string> = {}) {
  return spawn(process.execPath, [BIN, ...args], { cwd: HOME, env: { ...ENV, ...env } });
}

/** The command as a process of its own. */
export async function runWenliu(args: readonly string[], { stdin = '', env, firstChunkOnly = false, started }: RunOptions = {}): Promise<Ran> {
  const child = start(args, env);
  // A command that does not read closes the pipe.
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  started?.(child);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, code] = await Promise.all([firstChunkOnly ? firstChunk(child.stdout) : text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}

async function firstChunk(stream: Readable): Promise<string> {
  // Leaving the loop destroys the stream.
  for await (const chunk of stream) return String(chunk);
  return '';
}

/** The JSON objects a command printed. */
export const jsonLines = ({ stdout }: Ran): Record<string, unknown>[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

export interface RunningServer {
  url: string;
  stop(): Promise<void>;
}

/** `wenliu up` on a free port with a data folder of its own, ready. */
export async function startServer(): Promise<RunningServer> {
  // Not a temporary folder as above: it goes when the server has gone.
  const data = makeFolder();
  const child = start(['up', '--port', '0', '--data', data, '--no-seeds', '--json']);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  for await (const line of createInterface(child.stdout)) {
    // `up --json` prints this one object.
    const { url } = JSON.parse(line) as { url: string };
    child.stdout.resume();
    child.stderr.resume();
    return {
      url,
      stop: async () => {
        child.kill('SIGTERM');
        await ended;
        remove(data);
      },
    };
  }
  throw new Error(`the server did not start: ${await text(child.stderr)}`);
}
