import { z } from 'zod';
import { integerSetting } from '@wenliu/platform';

export const ingestSettings = z.object({
  WENLIU_INGEST_INBOX: z
    .string()
    .optional()
    .describe('Folder that is watched for files; files below its `backfill` folder take the backfill lane. Not set: no inbox.'),
  WENLIU_INGEST_POLL_INTERVAL_SECONDS: integerSetting(1, 3_600, 1).describe('How often the inbox is looked at.'),
  WENLIU_INGEST_SETTLE_SECONDS: integerSetting(0, 3_600, 2).describe('A file is left alone until it has not changed for so long.'),
  WENLIU_INGEST_MAX_DOCUMENT_MB: integerSetting(1, 200, 20).describe('Largest body or document, decompressed.'),
  WENLIU_INGEST_MAX_LAG_MESSAGES: integerSetting(100, 100_000_000, 200_000).describe(
    'Above so many messages waiting in a stage, new documents are answered with 503 and a time to come back.',
  ),
  WENLIU_INGEST_DISK_RESERVE_MB: integerSetting(0, 1_000_000_000, 256).describe(
    'With less than this free on the disk of the data folder, and 32 kB for each message under way, new documents are answered with 503: what was accepted needs the room. Embedded profile only; 0 keeps none.',
  ),
});

/** Injectable form of the settings. */
export class IngestConfig {
  constructor(readonly values: z.infer<typeof ingestSettings>) {}

  get maxBytes(): number {
    return this.values.WENLIU_INGEST_MAX_DOCUMENT_MB * 1024 * 1024;
  }
}
