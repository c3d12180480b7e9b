import { cursorTo, clearScreenDown } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from 'commander';
import { addServerOptions, type ServerOptions } from '../options.js';
import { print, printJson } from '../output.js';

const LOOK_EVERY_MS = 2_000;

interface StatusOptions extends ServerOptions {
  watch?: boolean;
}

export function addStatus(program: Command): void {
  const command = program.command('status').description('rates, lag, outcomes and problems by stage');
  addServerOptions(command).option('--watch', 'again every two seconds, until Ctrl+C').action(status);
}

async function status(options: StatusOptions): Promise<void> {
  const { createClient, TryLater } = await import('../api-client.js');
  const { PipelineStatus } = await import('@wenliu/contracts');
  const { renderStatus } = await import('../views/render-status.js');
  const client = createClient(options);
  const show = async (): Promise<void> => {
    const current = await client.get('/v1/pipeline', PipelineStatus);
    if (options.json === true) return printJson(current);
    if (options.watch === true && process.stdout.isTTY) clearScreen();
    await print(renderStatus(current, client.url));
  };
  if (options.watch === true) process.once('SIGINT', () => process.exit());
  await show();
  while (options.watch === true) {
    await delay(LOOK_EVERY_MS);
    // Who watches wants to see the server come back too.
    await show().catch((error: unknown) => {
      if (!(error instanceof TryLater)) throw error;
      process.stderr.write(`${error.message}\n`);
    });
  }
}

function clearScreen(): void {
  cursorTo(process.stdout, 0, 0);
  clearScreenDown(process.stdout);
}
