import { readSettings, SettingsInvalid } from '@wenliu/platform';
import { settingsSchema, type Settings } from '@wenliu/standalone';
import { createClient } from '../api-client.js';
import type { ServerOptions } from '../options.js';
import { fail, ok, type Check } from './check.js';
import { checkFolder } from './check-folder.js';
import { checkJieba } from './check-jieba.js';
import { checkServer } from './check-server.js';

/** The settings, and what they name: the segmenter, the folder, the port, the server. */
export async function checkSettings(options: ServerOptions): Promise<Check[]> {
  let settings: Settings;
  try {
    settings = readSettings(settingsSchema, process.env, '.env');
  } catch (error) {
    if (!(error instanceof SettingsInvalid)) throw error;
    return [fail('settings', error.faults.join('; '), 'correct them in the environment or in .env; the rest is checked then')];
  }
  const { WENLIU_DATA: data, WENLIU_HTTP_HOST: host, WENLIU_HTTP_PORT: port } = settings;
  return [
    ok('settings', 'all valid'),
    ...(await checkJieba(settings)),
    ...(await checkFolder(data)),
    ...(await checkServer(createClient(options), { host, port })),
  ];
}
