import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Ended, Running } from './profile.js';

const WENLIU = fileURLToPath(new URL('../../tools/cli/bin/wenliu.js', import.meta.url));
/** A command that hangs is ended. */
const COMMAND_WITHIN_MS = 60_000;

type Child = ChildProcessByStdio<null, Readable, Readable>;
type Env = Readonly<Record<string, string>>;

/** What is to be run, and what follows its end, however it ends. */
export interface Call {
  args: readonly string[];
  env?: Env | undefined;
  after?: () => Promise<void> | void;
}

export interface Started {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  /** The address it prints when it is ready; rejects with what it said where it ends before. */
  readonly ready: Promise<string>;
  signal: (signal: NodeJS.Signals) => Promise<Ended>;
}

export const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'wenliu-e2e-'));
export const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });

/** Runs `wenliu` without `.env`, journals and settings of whoever runs the tests. */
export class Processes {
  private readonly alive = new Map<Child, Promise<Ended>>();
  private readonly home = makeFolder();

  constructor(
    private readonly env: Env,
    private readonly readyWithinMs: number,
  ) {}

  /** Starts a server and does not wait until it is ready. */
  launch(call: Call): Started {
    const { child, ended } = this.spawn(call);
    // None where it could not be started; then it has ended.
    const { pid = 0 } = child;
    return { pid, ended, ready: this.untilReady(child, ended), signal: (signal) => end(child, ended, signal) };
  }

  async start(call: Call): Promise<Running> {
    const { pid, ended, ready, signal } = this.launch(call);
    const url = await ready;
    return { url, pid, ended, stop: () => signal('SIGTERM'), kill: () => signal('SIGKILL') };
  }

  async killWhileStarting(call: Call, afterMs: number): Promise<Ended> {
    const { child, ended } = this.spawn(call);
    const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
    child.stdout.resume();
    return ended.finally(() => clearTimeout(timer));
  }

  async run(call: Call): Promise<Ended & { stdout: string }> {
    const { child, ended } = this.spawn(call);
    const timer = setTimeout(() => child.kill('SIGKILL'), COMMAND_WITHIN_MS);
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    const ending = await ended.finally(() => clearTimeout(timer));
    return { ...ending, stdout };
  }

  /** Ends what is still there. */
  async dispose(): Promise<void> {
    for (const child of this.alive.keys()) child.kill('SIGKILL');
    await Promise.all(this.alive.values());
    remove(this.home);
  }

  private spawn({ args, env = {}, after }: Call): { child: Child; ended: Promise<Ended> } {
    const home = { PATH: process.env['PATH'] ?? '', HOME: this.home, USERPROFILE: this.home };
    const child = spawn(process.execPath, [WENLIU, ...args], { cwd: this.home, env: { ...home, ...this.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const started = performance.now();
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const closed = new Promise<Ended>((resolve) => {
      child.once('close', (code, signal) => {
        resolve({ code, signal, seconds: (performance.now() - started) / 1000, stderr });
      });
    });
    const ended = closed.then(async (ending) => {
      await after?.();
      this.alive.delete(child);
      return ending;
    });
    this.alive.set(child, ended);
    return { child, ended };
  }

  private async untilReady(child: Child, ended: Promise<Ended>): Promise<string> {
    const timer = setTimeout(() => child.kill('SIGKILL'), this.readyWithinMs);
    try {
      for await (const line of createInterface({ input: child.stdout })) {
        const url = /http:\/\/\S+/.exec(line)?.[0];
        if (url !== undefined) return url;
      }
      const { stderr } = await ended;
      throw new Error(`the server did not start: ${stderr}`);
    } finally {
      clearTimeout(timer);
      child.stdout.resume();
    }
  }
}

async function end(child: Child, ended: Promise<Ended>, signal: NodeJS.Signals): Promise<Ended> {
  const asked = performance.now();
  child.kill(signal);
  const exited = child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise<void>((resolve) => child.once('close', () => resolve()));
  const seconds = await exited.then(() => (performance.now() - asked) / 1000);
  return { ...(await ended), seconds };
}
