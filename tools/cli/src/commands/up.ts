import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings } from '@wenliu/platform';
import { standaloneSettings, startStandalone, type Standalone } from '@wenliu/standalone';
import type { Command } from 'commander';
import { loadSeeds } from '../load-seeds.js';
import { version } from '../version.js';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const STOP_WITHIN_MS = 9_500;

interface UpOptions {
  port?: string;
  data?: string;
  inbox?: string;
  seeds: boolean;
}

export function addUp(program: Command): void {
  program
    .command('up')
    .description('start everything on this machine; prints one line with the address when ready')
    .option('--port <port>', 'port to listen on (WENLIU_HTTP_PORT)')
    .option('--data <folder>', 'folder for all data (WENLIU_DATA)')
    .option('--inbox <folder>', 'folder to watch for files (WENLIU_INGEST_INBOX)')
    .option('--no-seeds', 'do not load the sample pages on a first run')
    .action(up);
}

async function up(options: UpOptions): Promise<void> {
  const env = {
    ...process.env,
    ...(options.port === undefined ? {} : { WENLIU_HTTP_PORT: options.port }),
    ...(options.data === undefined ? {} : { WENLIU_DATA: options.data }),
    ...(options.inbox === undefined ? {} : { WENLIU_INGEST_INBOX: options.inbox }),
  };
  const settings = readSettings(standaloneSettings, env, '.env');
  const firstRun = !existsSync(join(settings.WENLIU_DATA, 'log.db'));
  const running = await startStandalone({ settings, version, webFolder: join(ROOT, 'services/web/dist') });
  stopOnSignals(running);
  process.stdout.write(`Wenliu is ready: ${running.url}  (no keys needed on this machine; stop with Ctrl+C)\n`);
  if (firstRun && options.seeds) await loadSeeds(join(ROOT, 'seeds'), running.url);
}

/** Drains and leaves with 0; a second signal, or a drain that takes too long, leaves at once. Nothing accepted is lost either way. */
function stopOnSignals(running: Standalone): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref();
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`wenliu: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
