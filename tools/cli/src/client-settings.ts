import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { SEGMENTER_NAMES } from '@wenliu/tokenizer';
import { z } from 'zod';
import { CommandFailed } from './failures.js';

/**
 * The settings of commands that start no service. `up` and `doctor` check all settings; to do so here would load every service
 * for each `split`, 0.7 s.
 */
const ClientSettings = z.object({
  WENLIU_HTTP_HOST: z.string().default('127.0.0.1'),
  WENLIU_HTTP_PORT: z.coerce.number().pipe(z.int().min(0).max(65_535)).default(8080),
  WENLIU_NLP_SEGMENTER: z.enum(SEGMENTER_NAMES).default('nodejs-jieba'),
  WENLIU_NLP_DICTIONARY: z.string().optional(),
});
export type ClientSettings = z.infer<typeof ClientSettings>;

/** From the environment and, behind it, `.env` in the working directory. */
export function readClientSettings(env: NodeJS.ProcessEnv = process.env): ClientSettings {
  const given = Object.entries({ ...readEnvFile('.env'), ...env }).filter(([, value]) => value !== '');
  const parsed = ClientSettings.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  throw new CommandFailed(`the settings are wrong:\n${parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`).join('\n')}`);
}

/** Where a server of these settings answers. */
export function serverUrl({ WENLIU_HTTP_HOST: host, WENLIU_HTTP_PORT: port }: ClientSettings): string {
  if (port === 0) throw new CommandFailed('WENLIU_HTTP_PORT is 0, so the port is not known here: name the server with --url');
  // "Any address" is one to listen on, not to call.
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

function readEnvFile(path: string): NodeJS.Dict<string> {
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}
