import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { PipelineStatus, SearchResult } from '@wenliu/contracts';

const WENLIU = fileURLToPath(new URL('../../cli/bin/wenliu.js', import.meta.url));

/** The embedded profile as its users start it: a process of its own on a new data folder. */
export class Server {
  private constructor(
    readonly url: string,
    readonly startSeconds: number,
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {}

  static async start(env: Readonly<Record<string, string>> = {}): Promise<Server> {
    const folder = mkdtempSync(join(tmpdir(), 'wenliu-bench-'));
    const started = performance.now();
    const child = spawn(WENLIU, ['up', '--port', '0', '--data', folder, '--no-seeds'], {
      env: { ...process.env, WENLIU_LOG_LEVEL: 'warn', WENLIU_INGEST_MAX_LAG_MESSAGES: '1000000', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(child, 'exit').then(([code]) => Promise.reject(new Error(`wenliu ended with ${String(code)}`)));
    exited.catch(() => undefined);
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /http:\/\/[^\s]+/.exec(line)?.[0];
      if (url !== undefined) return new Server(url, (performance.now() - started) / 1000, child, folder);
    }
    return exited;
  }

  async get<T>(path: string): Promise<T> {
    const response = await fetch(this.url + path);
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    // The server under test; its shapes are asserted by the end-to-end tests.
    return (await response.json()) as T;
  }

  status(): Promise<PipelineStatus> {
    return this.get('/v1/pipeline');
  }

  search(parameters: string): Promise<SearchResult> {
    return this.get(`/v1/articles?${parameters}`);
  }

  async push(body: string | Uint8Array, contentType: string, parameters = ''): Promise<void> {
    const response = await fetch(`${this.url}/v1/documents?${parameters}`, { method: 'POST', headers: { 'content-type': contentType }, body });
    if (response.status !== 202) throw new Error(`POST: ${response.status} ${await response.text()}`);
    await response.arrayBuffer();
  }

  /** Resident memory of the process, MB. */
  memoryMb(): number {
    const match = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.child.pid ?? 'self'}/status`, 'utf8'));
    return Math.round(Number(match?.[1] ?? 0) / 1024);
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    if (this.child.exitCode === null) await once(this.child, 'exit');
    rmSync(this.folder, { recursive: true, force: true });
  }
}
