import { Option, type Command } from 'commander';
import { CommandFailed } from '../failures.js';
import { addServerOptions, parseCount, type ServerOptions } from '../options.js';
import { printLine } from '../output.js';

interface TailOptions extends ServerOptions {
  from?: string;
  where?: string;
  limit?: number;
}

export function addTail(program: Command): void {
  const command = program
    .command('tail')
    .description('follow a topic, one event a line, until Ctrl+C; only article.tagged.v1 can be followed over HTTP')
    .argument('<topic>', 'article.tagged.v1');
  addServerOptions(command)
    .option('--from <time>', 'a day or time, ISO 8601, or start; without it from now on')
    .option('--where <query>', 'only articles that match; the same language as the search box')
    .addOption(new Option('--limit <count>', 'end after so many').argParser(parseCount))
    .action(tail);
}

async function tail(topic: string, options: TailOptions): Promise<void> {
  const { articleTagged, TOPICS } = await import('@wenliu/contracts');
  if (topic !== articleTagged.name) throw new CommandFailed(whyNot(topic, TOPICS.map(({ name }) => name)));
  const { createClient } = await import('../api-client.js');
  const { follow } = await import('../follow.js');
  const parameters = new URLSearchParams();
  if (options.from !== undefined) parameters.set('from', options.from);
  if (options.where !== undefined) parameters.set('q', options.where);
  process.once('SIGINT', () => process.exit());
  let left = options.limit ?? Infinity;
  for await (const event of follow(createClient(options), `/v1/stream?${parameters}`)) {
    await printLine(event);
    left -= 1;
    if (left === 0) return;
  }
}

function whyNot(topic: string, known: readonly string[]): string {
  const isKnown = known.includes(topic) || known.some((name) => topic.startsWith(`${name}.quarantine.`));
  if (!isKnown) return `there is no topic ${topic}: wenliu topics lists them`;
  const instead = topic.includes('.quarantine.') ? '; wenliu quarantine list shows dead letters' : '';
  return `${topic} cannot be followed over HTTP in this version, only article.tagged.v1${instead}`;
}
