import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import type { DocumentView } from '@wenliu/contracts';

interface Pushed {
  url: URL;
  headers: IncomingMessage['headers'];
  lines: string[];
}

type Answer = { status: number; headers?: Record<string, string>; body: unknown } | 'hang up';

type Mood = (pushed: Pushed, count: number) => Answer;

export const problem = (status: number, detail: string) => ({ status, body: { type: 'https://wenliu.dev/problems/x', title: 'No', status, detail } });

export const accepted = ({ lines }: Pushed) => ({
  status: 202,
  body: { items: lines.map((line, index) => ({ index, id: createHash('sha256').update(line).digest('hex'), outcome: 'accepted' })) },
});

const documentView: DocumentView = {
  id: 'd'.repeat(64), state: 'done', name: null, mediaType: 'application/json', encoding: null, source: { id: 'x', kind: 'http', name: 'x' },
  lane: 'live', bytes: 1, receivedAt: '2024-01-01T00:00:00Z', articles: [],
};

/** Stands in for a server in moods that a healthy one is never in. */
export class MoodyServer {
  readonly pushed: Pushed[] = [];
  /** Whether it still has what it acknowledged. */
  remembers = true;
  private server: Server | null = null;

  async start(answer: Mood): Promise<string> {
    this.server = createServer((request, response) => void this.respond(request, response, answer));
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    // A server that listens on TCP has such an address.
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private async respond(request: IncomingMessage, response: ServerResponse, answer: Mood): Promise<void> {
    const body = await buffer(request);
    const json = (status: number, value: unknown, headers = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
    };
    if (request.url === '/health/live') return json(200, {});
    if (request.method === 'GET') return this.remembers ? json(200, documentView) : json(404, problem(404, 'none').body);
    const text = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString();
    const pushed = { url: new URL(request.url ?? '', 'http://x'), headers: request.headers, lines: text.split('\n').filter((line) => line !== '') };
    this.pushed.push(pushed);
    const given = answer(pushed, this.pushed.length);
    if (given === 'hang up') return void response.destroy();
    json(given.status, given.body, given.headers);
  }

  stop(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}
