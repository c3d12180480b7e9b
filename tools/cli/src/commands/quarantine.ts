import { Option, type Command } from 'commander';
import { addServerOptions, parseCount, type ServerOptions } from '../options.js';
import { print, printJson } from '../output.js';

interface FilterOptions extends ServerOptions {
  stage?: string;
  class?: string;
  reason?: string;
  since?: string;
  limit?: number;
}

interface RedriveOptions extends FilterOptions {
  dryRun?: boolean;
}

export function addQuarantine(program: Command): void {
  const quarantine = program.command('quarantine').description('inputs that could not be processed: list, show, send back');
  addFilterOptions(quarantine.command('list').description('newest first; entries that were sent back are left out')).action(list);
  addServerOptions(quarantine.command('show').description('one entry with its untouched bytes').argument('<id>', 'as list shows it')).action(show);
  const redrive = quarantine
    .command('redrive')
    .description('send entries back to the stage they failed in: the named ones, or all that fit')
    .argument('[id...]', 'as list shows them');
  addFilterOptions(redrive).option('--dry-run', 'say how many it would be').action(redriveEntries);
}

function addFilterOptions(command: Command): Command {
  return addServerOptions(command)
    .option('--stage <stage>', 'failed in this stage')
    .addOption(new Option('--class <class>', 'rejected: cannot be processed as it is; failed: was tried in vain').choices(['rejected', 'failed']))
    .option('--reason <reason>', 'for this reason')
    .option('--since <time>', 'since this day or time, ISO 8601')
    .addOption(new Option('--limit <count>', 'at most so many').argParser(parseCount));
}

async function list(options: FilterOptions): Promise<void> {
  const { createClient } = await import('../api-client.js');
  const { QuarantinePage } = await import('@wenliu/contracts');
  const { renderEntries } = await import('../views/render-quarantine.js');
  const filter = Object.entries(filterOf(options)).map(([name, value]): [string, string] => [name, String(value)]);
  const { total, items } = await createClient(options).get(`/v1/quarantine?${new URLSearchParams(filter)}`, QuarantinePage);
  if (options.json !== true) return print(renderEntries(total, items));
  for (const item of items) await printJson(item);
}

async function show(id: string, options: ServerOptions): Promise<void> {
  const { createClient } = await import('../api-client.js');
  const { QuarantineDetail } = await import('@wenliu/contracts');
  const { renderEntry } = await import('../views/render-quarantine.js');
  const entry = await createClient(options).get(`/v1/quarantine/${encodeURIComponent(id)}`, QuarantineDetail);
  await (options.json === true ? printJson(entry) : print(renderEntry(entry)));
}

async function redriveEntries(ids: string[], options: RedriveOptions): Promise<void> {
  const { createClient } = await import('../api-client.js');
  const { RedriveResult } = await import('@wenliu/contracts');
  const body = { ...filterOf(options), ...(ids.length === 0 ? {} : { ids }), dryRun: options.dryRun === true };
  const result = await createClient(options).post('/v1/quarantine/redrive', body, RedriveResult);
  if (options.json === true) return printJson(result);
  const chosen = Math.min(result.matched, options.limit ?? Infinity);
  await print(result.dryRun ? `${chosen} of ${result.matched} entries would be sent back\n` : `${result.redriven} of ${result.matched} entries were sent back\n`);
}

function filterOf({ stage, class: kind, reason, since, limit }: FilterOptions): Record<string, string | number> {
  const given = Object.entries({ stage, class: kind, reason, since, limit });
  return Object.fromEntries(given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
