import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '@wenliu/platform';
import { settingsSchema, startStandalone } from '@wenliu/standalone';
import type { UpOptions } from './commands/up.js';
import { CommandFailed } from './failures.js';
import { loadSeeds } from './load-seeds.js';
import { SEEDS_FOLDER, WEB_FOLDER } from './folders.js';
import { printJson, printLine } from './output.js';
import { stopOnSignals } from './stop-on-signals.js';
import { version } from './version.js';

/** Starts the embedded profile and stays until a signal ends it. */
export async function up(options: UpOptions): Promise<void> {
  const env = {
    ...process.env,
    ...(options.port === undefined ? {} : { WENLIU_HTTP_PORT: options.port }),
    ...(options.data === undefined ? {} : { WENLIU_DATA: options.data }),
    ...(options.inbox === undefined ? {} : { WENLIU_INGEST_INBOX: options.inbox }),
  };
  const settings = readSettings(settingsSchema, env, '.env');
  if (settings.WENLIU_PROFILE === 'cluster') throw new CommandFailed('WENLIU_PROFILE is cluster: `wenliu serve` starts services of that profile, `wenliu up` the embedded one');
  const firstRun = !existsSync(join(settings.WENLIU_DATA, 'log.db'));
  const running = await startStandalone({ settings, version, webFolder: WEB_FOLDER });
  stopOnSignals(() => running.stop());
  if (options.json === true) await printJson({ url: running.url });
  else await printLine(`Wenliu is ready: ${running.url}  (no keys needed on this machine; stop with Ctrl+C)`);
  // With --json stdout is for the one object.
  if (firstRun && options.seeds) await loadSeeds(SEEDS_FOLDER, running.url, options.json === true ? process.stderr : process.stdout);
}
