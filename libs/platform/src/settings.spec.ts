import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { integerSetting, readSettings, SettingsInvalid, switchSetting } from './settings.js';

const schema = z.object({
  WENLIU_TEST_NAME: z.string().default('unnamed'),
  WENLIU_TEST_COUNT: integerSetting(1, 10, 3),
  WENLIU_TEST_FAST: switchSetting(false),
  WENLIU_TEST_FOLDER: z.string().optional(),
});

const folder = mkdtempSync(join(tmpdir(), 'wenliu-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NO_FILE = join(folder, 'none');
function envFile(text: string): string {
  const path = join(folder, '.env');
  writeFileSync(path, text);
  return path;
}

function faultsOf(env: NodeJS.ProcessEnv, file = NO_FILE): readonly string[] {
  try {
    readSettings(schema, env, file);
  } catch (error) {
    if (error instanceof SettingsInvalid) return error.faults;
    throw error;
  }
  return [];
}

describe('readSettings', () => {
  it('takes defaults where nothing is set, and an empty value for not set', () => {
    const defaults = { WENLIU_TEST_NAME: 'unnamed', WENLIU_TEST_COUNT: 3, WENLIU_TEST_FAST: false };
    expect(readSettings(schema, {}, NO_FILE)).toEqual(defaults);
    expect(readSettings(schema, { WENLIU_TEST_COUNT: '', PATH: '/bin' }, NO_FILE)).toEqual(defaults);
  });

  it('reads numbers and switches', () => {
    expect(readSettings(schema, { WENLIU_TEST_COUNT: '7', WENLIU_TEST_FAST: '1' }, NO_FILE)).toMatchObject({ WENLIU_TEST_COUNT: 7, WENLIU_TEST_FAST: true });
  });

  it('reads a .env file, and lets the process win over it', () => {
    const file = envFile('# ours\nWENLIU_TEST_NAME="from file"\nWENLIU_TEST_COUNT=5\nOTHER=1\n');
    expect(readSettings(schema, { WENLIU_TEST_COUNT: '6' }, file)).toMatchObject({ WENLIU_TEST_NAME: 'from file', WENLIU_TEST_COUNT: 6 });
  });

  it('names all faults at once, those of the file and names it does not know among them', () => {
    const file = envFile('WENLIU_TEST_FAST=maybe\nWENLIU_TEST_COLOUR=red\n');
    const faults = faultsOf({ WENLIU_TEST_COUNT: '11' }, file);
    expect(faults).toHaveLength(3);
    for (const name of ['WENLIU_TEST_FAST', 'WENLIU_TEST_COLOUR', 'WENLIU_TEST_COUNT']) expect(faults.join('\n')).toContain(name);
  });

  it.each(['0', '11', '2.5', 'many', 'NaN', 'Infinity', ' '])('refuses %j for a whole number from 1 to 10', (text) => {
    expect(faultsOf({ WENLIU_TEST_COUNT: text })).toHaveLength(1);
  });

  it('fails with the file’s own error where it cannot be read', () => {
    expect(() => readSettings(schema, {}, folder)).toThrow(/EISDIR/);
  });
});
