import { readSettings, SettingsInvalid } from '@wenliu/platform';
import { standaloneSettings, type StandaloneSettings } from '@wenliu/standalone';
import { createClient } from '../api-client.js';
import type { ServerOptions } from '../options.js';
import { print, printJson } from '../output.js';
import { toTable } from '../views/table.js';
import { fail, ok, type Check } from './check.js';
import { checkFolder } from './check-folder.js';
import { checkJieba } from './check-jieba.js';
import { checkNode, checkSqlite } from './check-node.js';
import { checkServer } from './check-server.js';

/** Looks at everything a start needs; changes nothing. */
export async function doctor(options: ServerOptions): Promise<void> {
  const checks = [checkNode(process.versions.node), await checkSqlite(), ...(await checkSettings(options))];
  for (const check of checks) {
    if (options.json === true) await printJson(check);
    else await print(toTable([[check.level.padEnd(4), check.name.padEnd(10), check.detail]]) + (check.todo === null ? '' : `      → ${check.todo}\n`));
  }
  if (checks.some(({ level }) => level === 'fail')) process.exitCode = 1;
}

async function checkSettings(options: ServerOptions): Promise<Check[]> {
  let settings: StandaloneSettings;
  try {
    settings = readSettings(standaloneSettings, process.env, '.env');
  } catch (error) {
    if (!(error instanceof SettingsInvalid)) throw error;
    return [fail('settings', error.faults.join('; '), 'correct them in the environment or in .env; the rest is checked then')];
  }
  const { WENLIU_DATA, WENLIU_HTTP_HOST: host, WENLIU_HTTP_PORT: port } = settings;
  return [
    ok('settings', 'all valid'),
    ...(await checkJieba(settings)),
    ...(await checkFolder(WENLIU_DATA)),
    ...(await checkServer(createClient(options), { host, port })),
  ];
}
