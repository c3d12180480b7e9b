import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PipelineStatus, SearchResult } from '@wenliu/contracts';
import { get, post, type Target } from './target.js';
import { WenliuProcess } from './wenliu-process.js';

/** The embedded profile as its users start it: a process of its own on a new data folder. */
export class Server implements Target {
  private constructor(
    private readonly wenliu: WenliuProcess,
    private readonly folder: string,
  ) {}

  static async start(env: Readonly<Record<string, string>> = {}): Promise<Server> {
    const folder = mkdtempSync(join(tmpdir(), 'wenliu-bench-'));
    return new Server(await WenliuProcess.start(['up', '--port', '0', '--data', folder, '--no-seeds'], env), folder);
  }

  get startSeconds(): number {
    return this.wenliu.startSeconds;
  }

  status(): Promise<PipelineStatus> {
    return get(`${this.wenliu.url}/v1/pipeline`);
  }

  search(parameters: string): Promise<SearchResult> {
    return get(`${this.wenliu.url}/v1/articles?${parameters}`);
  }

  push(body: string | Uint8Array, contentType: string, parameters = ''): Promise<void> {
    return post(`${this.wenliu.url}/v1/documents?${parameters}`, body, contentType);
  }

  /** Resident memory of the process, MB. */
  memoryMb(): number {
    return this.wenliu.memoryMb();
  }

  async stop(): Promise<void> {
    await this.wenliu.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
