import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';

/** A setting read from a string: `WENLIU_…` in the environment or a `.env` file. */
export const integerSetting = (min: number, max: number, fallback: number): z.ZodType<number> =>
  z.coerce
    .number()
    .pipe(z.int().min(min).max(max))
    .default(fallback);

export const switchSetting = (fallback: boolean): z.ZodType<boolean> =>
  z
    .enum(['true', 'false', '1', '0'])
    .transform((text) => text === 'true' || text === '1')
    .default(fallback);

export class SettingsInvalid extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`the settings are wrong:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'SettingsInvalid';
  }
}

/**
 * The only reader of the environment. Values of the process win over those of `.env` in the working directory. Throws
 * `SettingsInvalid` with every fault, unknown `WENLIU_` names among them.
 */
export function readSettings<T extends z.ZodRawShape>(schema: z.ZodObject<T>, env: NodeJS.ProcessEnv, envFile: string): z.infer<z.ZodObject<T>> {
  const given = Object.fromEntries(
    Object.entries({ ...readEnvFile(envFile), ...env }).filter(([name, value]) => name.startsWith('WENLIU_') && value !== ''),
  );
  const faults = Object.keys(given)
    .filter((name) => !(name in schema.shape))
    .map((name) => `${name} is not a setting: see docs/config.md`);
  const parsed = schema.safeParse(given);
  if (!parsed.success) for (const issue of parsed.error.issues) faults.push(`${issue.path.join('.')}: ${issue.message}`);
  if (faults.length > 0 || !parsed.success) throw new SettingsInvalid(faults);
  return parsed.data;
}

function readEnvFile(path: string): NodeJS.Dict<string> {
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}
