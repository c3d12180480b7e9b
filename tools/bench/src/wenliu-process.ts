import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { memoryMbOf } from './process-figures.js';

const WENLIU = fileURLToPath(new URL('../../cli/bin/wenliu.js', import.meta.url));

/** `wenliu` with a command that serves, as its users start it. */
export class WenliuProcess {
  private constructor(
    readonly url: string,
    readonly startSeconds: number,
    private readonly child: ChildProcess,
  ) {}

  static async start(args: readonly string[], env: Readonly<Record<string, string>>): Promise<WenliuProcess> {
    const started = performance.now();
    const child = spawn(WENLIU, args, {
      env: { ...process.env, WENLIU_LOG_LEVEL: 'warn', WENLIU_INGEST_MAX_LAG_MESSAGES: '1000000', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(child, 'exit').then(([code]) => Promise.reject(new Error(`wenliu ended with ${String(code)}`)));
    exited.catch(() => undefined);
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /http:\/\/[^\s]+/.exec(line)?.[0];
      if (url !== undefined) return new WenliuProcess(url, (performance.now() - started) / 1000, child);
    }
    return exited;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Resident memory of the process, MB. */
  memoryMb(): number {
    return memoryMbOf(this.pid);
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    if (this.child.exitCode === null) await once(this.child, 'exit');
  }
}
