import { setPriority } from 'node:os';
import { Worker, parentPort, type Transferable } from 'node:worker_threads';
import { PortUnavailable } from '@wenliu/ports';

/**
 * Calls into a worker thread. SQLite in Node is synchronous, so each database lives on a thread of its own and the thread that
 * answers requests never waits for a disk.
 */
export type Methods = Record<string, (argument: never) => unknown>;

interface Call {
  id: number;
  method: string;
  argument: unknown;
}

type Reply =
  | { id: number; ok: true; result: unknown }
  | { id: number; ok: false; message: string; code: 'unavailable' | 'failed'; name: string };

/** SQLite's primary result codes that say "not now" (BUSY, LOCKED, IOERR, CORRUPT is not one, FULL, CANTOPEN, READONLY). */
const UNAVAILABLE = new Set([5, 6, 8, 10, 13, 14]);

export class ThreadClient {
  private readonly worker: Worker;
  private readonly pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  private nextId = 1;
  private dead: Error | null = null;

  constructor(
    private readonly port: string,
    entry: URL,
    workerData: unknown,
  ) {
    this.worker = new Worker(entry, { workerData, resourceLimits: { maxYoungGenerationSizeMb: 6 } });
    this.worker.on('message', (reply: Reply) => this.settle(reply));
    this.worker.on('error', (error: unknown) => this.fail(error instanceof Error ? error : new Error(String(error))));
    this.worker.on('exit', () => this.fail(new Error('the database thread has ended')));
  }

  /** Rejects with `PortUnavailable` where SQLite says "not now". The transferred buffers are gone for the caller. */
  async call<T>(method: string, argument: unknown, transfer: readonly Transferable[] = []): Promise<T> {
    if (this.dead !== null) throw new PortUnavailable(this.port, this.dead.message, { cause: this.dead });
    const id = this.nextId++;
    return new Promise<T>((resolve, reject) => {
      // The thread answers with what the method of this name returns; the caller names its type.
      this.pending.set(id, { resolve: (value) => resolve(value as T), reject });
      this.worker.postMessage({ id, method, argument } satisfies Call, [...transfer]);
    });
  }

  async close(): Promise<void> {
    if (this.dead !== null) return;
    await this.call('close', null);
    this.dead = new Error('closed');
    await this.end();
  }

  /** Ends the thread as it is. */
  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private settle(reply: Reply): void {
    const waiting = this.pending.get(reply.id);
    if (waiting === undefined) return;
    this.pending.delete(reply.id);
    if (reply.ok) waiting.resolve(reply.result);
    else if (reply.code === 'unavailable') waiting.reject(new PortUnavailable(this.port, reply.message));
    else waiting.reject(Object.assign(new Error(reply.message), { name: reply.name }));
  }

  private fail(error: Error): void {
    this.dead ??= error;
    for (const { reject } of this.pending.values()) reject(new PortUnavailable(this.port, error.message, { cause: error }));
    this.pending.clear();
  }
}

/** The other side: answers calls one after the other. `nice` is the thread's priority where threads have one (Linux). */
export function serveThread(methods: Methods, options: { nice: number; transferOf?(result: unknown): Transferable[] }): void {
  const port = parentPort;
  if (port === null) throw new Error('serveThread runs in a worker thread only');
  if (process.platform === 'linux' && options.nice !== 0) setPriority(0, options.nice);
  port.on('message', ({ id, method, argument }: Call) => {
    try {
      const handler = methods[method];
      if (handler === undefined) throw new Error(`no method ${method}`);
      // Both sides are written together; the client's call names the argument's type.
      const result = handler(argument as never);
      port.postMessage({ id, ok: true, result } satisfies Reply, options.transferOf?.(result) ?? []);
    } catch (error) {
      port.postMessage(toReply(id, error));
    }
  });
}

function toReply(id: number, error: unknown): Reply {
  const known = error instanceof Error ? error : new Error(String(error));
  const errcode = 'errcode' in known && typeof known.errcode === 'number' ? known.errcode & 0xff : null;
  const code = errcode !== null && UNAVAILABLE.has(errcode) ? 'unavailable' : 'failed';
  return { id, ok: false, message: known.message, code, name: known.name };
}
