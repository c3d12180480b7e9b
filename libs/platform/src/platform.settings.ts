import { z } from 'zod';
import { integerSetting } from './settings.js';

export const platformSettings = z.object({
  WENLIU_PROFILE: z
    .enum(['embedded', 'cluster'])
    .optional()
    .describe('Which engines the ports are bound to. `wenliu up` is embedded and `wenliu serve` is cluster; either refuses the other.'),
  WENLIU_DATA: z.string().default('./data').describe('Folder of the embedded profile: databases, originals.'),
  WENLIU_HTTP_HOST: z.string().default('127.0.0.1').describe('Address to listen on.'),
  WENLIU_HTTP_PORT: integerSetting(0, 65_535, 8080).describe('Port to listen on; 0 takes a free one.'),
  WENLIU_LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug']).default('info').describe('Least level that is logged.'),
  WENLIU_LOG_RETENTION_AGE_HOURS: integerSetting(1, 87_600, 168).describe(
    'Records of a topic older than this are removed once every stage has read them.',
  ),
  WENLIU_LOG_RETENTION_SIZE_MB: integerSetting(16, 1_000_000, 2_048).describe(
    'The oldest records of a topic above this size are removed once every stage has read them.',
  ),
});
export type PlatformSettings = z.infer<typeof platformSettings>;
