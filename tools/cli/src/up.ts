import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings } from '@wenliu/platform';
import { standaloneSettings, startStandalone, type Standalone } from '@wenliu/standalone';
import type { UpOptions } from './commands/up.js';
import { loadSeeds } from './load-seeds.js';
import { printJson, printLine } from './output.js';
import { version } from './version.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const STOP_WITHIN_MS = 9_500;

/** Starts the embedded profile and stays until a signal ends it. */
export async function up(options: UpOptions): Promise<void> {
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
  if (options.json === true) await printJson({ url: running.url });
  else await printLine(`Wenliu is ready: ${running.url}  (no keys needed on this machine; stop with Ctrl+C)`);
  // With --json stdout is for the one object.
  if (firstRun && options.seeds) await loadSeeds(join(ROOT, 'seeds'), running.url, options.json === true ? process.stderr : process.stdout);
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
