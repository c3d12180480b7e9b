import { readSettings } from '@wenliu/platform';
import { settingsSchema, type Role, type RunningApp } from '@wenliu/standalone';
import { serve as startServices } from '@wenliu/standalone/serve';
import type { ServeOptions } from './commands/serve.js';
import { CommandFailed } from './failures.js';
import { WEB_FOLDER } from './folders.js';
import { printJson, printLine } from './output.js';
import { stopOnSignals } from './stop-on-signals.js';
import { version } from './version.js';

/** Starts services of the cluster profile and stays until a signal, or something that cannot be mended here, ends it. */
export async function serve(roles: readonly Role[], options: ServeOptions): Promise<void> {
  const env = { ...process.env, ...(options.port === undefined ? {} : { WENLIU_HTTP_PORT: options.port }) };
  const settings = readSettings(settingsSchema, env, '.env');
  if (settings.WENLIU_PROFILE === 'embedded') {
    throw new CommandFailed('WENLIU_PROFILE is embedded: `wenliu up` starts that profile, `wenliu serve` services of the cluster profile');
  }
  const waiting = new AbortController();
  let running: RunningApp | null = null;
  const fail = stopOnSignals(async () => {
    waiting.abort();
    await running?.stop();
  });
  const onFatal = (error: Error): void => {
    process.stderr.write(`wenliu: ${error.message}\n`);
    fail();
  };
  running = await startServices({ roles, settings, version, webFolder: WEB_FOLDER, signal: waiting.signal, onFatal });
  if (options.json === true) await printJson({ url: running.url, roles });
  else await printLine(`Wenliu (${roles.join(', ')}) is ready: ${running.url}`);
}
