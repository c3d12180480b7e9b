import { createServer } from 'node:net';
import { PipelineStatus } from '@wenliu/contracts';
import { TryLater, type ApiClient } from '../api-client.js';
import { CommandFailed } from '../failures.js';
import { fail, ok, warn, type Check } from './check.js';

/** Is the port to listen on free, or held by a Wenliu? And does the server answer, and is it well? */
export async function checkServer(client: ApiClient, listen: { host: string; port: number }): Promise<Check[]> {
  const server = await checkAnswer(client);
  return [await checkPort(listen, server.answered), server.check];
}

interface Answered {
  /** By a Wenliu. */
  answered: boolean;
  check: Check;
}

async function checkAnswer(client: ApiClient): Promise<Answered> {
  const checked = (answered: boolean, check: Check): Answered => ({ answered, check });
  try {
    const { version, stages, problems, quarantined } = await client.get('/v1/pipeline', PipelineStatus);
    const troubles = [...stages.flatMap(({ stage, problem }) => (problem === null ? [] : [`${stage}: ${problem}`])), ...problems.map(({ detail }) => detail)];
    if (troubles.length > 0) return checked(true, warn('server', `Wenliu ${version} at ${client.url}: ${troubles.join('; ')}`, 'see wenliu status'));
    return checked(true, ok('server', `Wenliu ${version} at ${client.url}, ${quarantined} in quarantine`));
  } catch (error) {
    if (error instanceof TryLater) return checked(false, warn('server', `none answers at ${client.url}`, 'start one with "wenliu up", or name another with --url'));
    if (!(error instanceof CommandFailed)) throw error;
    return checked(false, fail('server', error.message, 'name a Wenliu with --url'));
  }
}

async function checkPort({ host, port }: { host: string; port: number }, heldByWenliu: boolean): Promise<Check> {
  const code = await tryPort(host, port);
  if (code === null) return ok('port', `${port} of ${host} is free`);
  if (code === 'EADDRINUSE' && heldByWenliu) return ok('port', `${port} of ${host} is held by a Wenliu`);
  const todo = 'choose another with --port or WENLIU_HTTP_PORT';
  if (code === 'EADDRINUSE') return fail('port', `${port} of ${host} is taken by another program`, `stop that program, or ${todo}`);
  return fail('port', `${port} of ${host} may not be used (${code})`, todo);
}

/** The error's code, or `null` where the port could be listened on. */
function tryPort(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}
