import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of one item of a bulk: sent on, or withheld and answered so. */
type ItemFault = (id: string) => number | null;
/** What becomes of the whole request. The last four happen after it was sent on. */
export type RequestFault = 'none' | 'refused' | 'unauthorized' | 'dropped' | 'truncated' | 'shortened' | 'emptied';

export interface Faults {
  item: ItemFault;
  request(): RequestFault;
}

export interface FaultyProxy {
  readonly address: string;
  faults: Faults;
  close(): Promise<void>;
}

interface Answered {
  index: { status: number; error?: { type: string; reason: string } };
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  // An incoming message yields buffers.
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

/** In front of a real engine: bulks meet faults, all else passes. */
export async function startFaultyProxy(engine: string, faults: Faults): Promise<FaultyProxy> {
  const proxy = { faults };
  const server: Server = createServer((request, response) => {
    void answer(engine, request, response, proxy.faults).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  // A TCP server has an address of this form.
  const { port } = server.address() as AddressInfo;
  return Object.assign(proxy, {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

async function answer(engine: string, request: IncomingMessage, response: ServerResponse, faults: Faults): Promise<void> {
  const body = await bodyOf(request);
  const isBulk = request.url?.startsWith('/_bulk') === true;
  const fault = isBulk ? faults.request() : 'none';
  if (fault === 'refused') return send(response, 429, JSON.stringify({ error: { type: 'rejected_execution_exception', reason: 'full' }, status: 429 }));
  // A proxy before the engine answers in words.
  if (fault === 'unauthorized') return send(response, 401, 'Unauthorized', 'text/plain');
  const { status, text } = isBulk ? await bulk(engine, request, body, faults.item) : await forward(engine, request, body);
  if (fault === 'dropped') return void response.destroy();
  if (fault === 'truncated') return send(response, status, text.slice(0, text.length / 2));
  if (fault === 'emptied') return send(response, status, '{}');
  if (fault === 'shortened') {
    // Our own answer to a bulk.
    const { items } = JSON.parse(text) as { items: Answered[] };
    return send(response, status, JSON.stringify({ items: items.slice(1) }));
  }
  send(response, status, text);
}

const send = (response: ServerResponse, status: number, text: string, type = 'application/json'): void => void response.writeHead(status, { 'content-type': type }).end(text);

async function forward(engine: string, { method = 'GET', url = '/', headers }: IncomingMessage, body: string): Promise<{ status: number; text: string }> {
  const type = headers['content-type'] ?? 'application/json';
  const answered = await fetch(`${engine}${url}`, { method, headers: { 'content-type': type }, ...(method === 'GET' || method === 'HEAD' || body === '' ? {} : { body }) });
  return { status: answered.status, text: await answered.text() };
}

/** The items without a fault are sent on; the answer has all, in order. */
async function bulk(engine: string, request: IncomingMessage, body: string, itemFault: ItemFault): Promise<{ status: number; text: string }> {
  const lines = body.split('\n').filter((line) => line !== '');
  const pairs = lines.flatMap((line, n) => (n % 2 === 0 ? [{ action: line, source: lines[n + 1] ?? '' }] : []));
  const fates = pairs.map((pair) => {
    // A bulk of ours has only these.
    const { index } = JSON.parse(pair.action) as { index: { _id: string } };
    return { ...pair, status: itemFault(index._id) };
  });
  const passing = fates.filter(({ status }) => status === null);
  let passed: Answered[] = [];
  if (passing.length > 0) {
    const { status, text } = await forward(engine, request, passing.map(({ action, source }) => `${action}\n${source}\n`).join(''));
    if (status !== 200) return { status, text };
    // The documented answer to a bulk.
    passed = (JSON.parse(text) as { items: Answered[] }).items;
  }
  const items = fates.map(({ status }) => (status === null ? passed.shift() : { index: { status, error: { type: 'injected', reason: `status ${status}` } } }));
  return { status: 200, text: JSON.stringify({ items }) };
}
