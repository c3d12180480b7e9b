import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';

export interface WaitingRoom {
  set: (engine: string, problem: string | null) => void;
  /** Frees the address; again and again if you like. */
  close(): Promise<void>;
}

/** Answers for a process that waits for its engines: alive, not ready, and why. Rejects where the address cannot be had. */
export async function openWaitingRoom(host: string, port: number): Promise<WaitingRoom> {
  const problems = new Map<string, string>();
  const server = createServer((request, response) => {
    if (request.url === '/health/live') return answer(response, 200, 'application/json', { status: 'ok', info: {}, error: {}, details: {} });
    const waits = [...problems.values()];
    if (request.url === '/health/ready') {
      const engines = { engines: { status: 'down', problems: waits } };
      return answer(response, 503, 'application/json', { status: 'error', info: {}, error: engines, details: engines });
    }
    const detail = `${waits.join('; ')}.`;
    return answer(response, 503, 'application/problem+json', { type: 'about:blank', title: 'Waiting for an engine', status: 503, detail });
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    set: (engine, problem) => {
      if (problem === null) problems.delete(engine);
      else problems.set(engine, problem);
    },
    close: async () => {
      if (!server.listening) return;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(response: ServerResponse, status: number, type: string, body: object): void {
  const headers = { 'content-type': `${type}; charset=utf-8`, connection: 'close', ...(status === 503 ? { 'retry-after': '5' } : {}) };
  response.writeHead(status, headers).end(JSON.stringify(body));
}
