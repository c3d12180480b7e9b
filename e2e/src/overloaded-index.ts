import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** 0 ≤ n < 1. */
type Random = () => number;

interface Item {
  index: { status: number; error?: { type: string; reason: string } };
}

export interface OverloadedIndex {
  readonly address: string;
  /** Items of bulks that were answered with 429. */
  refused(): number;
  close(): Promise<void>;
}

/** In front of a real OpenSearch: of every bulk it answers a share of the items with 429, and sends only the others on. */
export async function startOverloadedIndex(engine: string, share: number, random: Random): Promise<OverloadedIndex> {
  let refused = 0;
  const server = createServer((request, response) => {
    const isRefused = (): boolean => {
      const refuses = random() < share;
      if (refuses) refused++;
      return refuses;
    };
    const answering = request.url?.startsWith('/_bulk') === true ? bulk(engine, request, isRefused) : passOn(engine, request);
    answering.then(
      ({ status, text }) => response.writeHead(status, { 'content-type': 'application/json' }).end(text),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server has such an address.
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    refused: () => refused,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bulk(engine: string, request: IncomingMessage, isRefused: () => boolean): Promise<{ status: number; text: string }> {
  const lines = (await bodyOf(request)).split('\n').filter((line) => line !== '');
  const operations = lines.flatMap((line, n) => (n % 2 === 0 ? [{ text: `${line}\n${lines[n + 1] ?? ''}\n`, refused: isRefused() }] : []));
  const passing = operations.filter(({ refused }) => !refused).map(({ text }) => text);
  const answer = passing.length === 0 ? { status: 200, text: '{"items":[]}' } : await ask(engine, request, passing.join(''));
  if (answer.status !== 200) return answer;
  // The documented answer to a bulk.
  const { items } = JSON.parse(answer.text) as { items: Item[] };
  const all = operations.map(({ refused }) => (refused ? { index: { status: 429, error: { type: 'es_rejected_execution_exception', reason: 'full' } } } : items.shift()));
  return { status: 200, text: JSON.stringify({ items: all }) };
}

const passOn = async (engine: string, request: IncomingMessage): Promise<{ status: number; text: string }> => ask(engine, request, await bodyOf(request));

async function ask(engine: string, { method = 'GET', url = '/', headers }: IncomingMessage, body: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(engine + url, {
    method,
    headers: { 'content-type': headers['content-type'] ?? 'application/json' },
    body: body === '' || method === 'GET' || method === 'HEAD' ? null : body,
  });
  return { status: answer.status, text: await answer.text() };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  // An incoming message yields buffers.
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
