import { readSettings, SettingsInvalid } from '@wenliu/platform';
import { devNull } from 'node:os';
import type { z } from 'zod';

/** What `wenliu` would say of these settings at its start. */
export function settingFaults<T extends z.ZodRawShape>(schema: z.ZodObject<T>, settings: Readonly<Record<string, string>>): string[] {
  try {
    readSettings(schema, settings, devNull);
    return [];
  } catch (error) {
    if (error instanceof SettingsInvalid) return [...error.faults];
    throw error;
  }
}
