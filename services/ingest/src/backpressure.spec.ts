import { STAGES } from '@wenliu/contracts';
import { DiskRoom, ProblemError } from '@wenliu/platform';
import { InMemoryMessageLog } from '@wenliu/testing';
import { describe, expect, it } from '@jest/globals';
import { tmpdir } from 'node:os';
import { Backpressure } from './backpressure.js';
import { IngestConfig, ingestSettings } from './ingest.settings.js';

/** What is answered while so many documents wait for each stage. */
function answerTo(waiting: number, settings: Readonly<Record<string, string>>, folder: string | null = tmpdir()): Promise<string> {
  const monitor = { lags: async () => STAGES.map((stage) => ({ stage, lag: { live: waiting, backfill: 0 } })) };
  const backpressure = new Backpressure(new InMemoryMessageLog(), monitor, new DiskRoom(folder), new IngestConfig(ingestSettings.parse(settings)));
  return backpressure.check().then(
    () => 'come in',
    (error: unknown) => (error instanceof ProblemError ? `${error.status} ${error.slug}` : String(error)),
  );
}

describe('new documents', () => {
  it('come in while all stages keep up', async () => {
    expect(await answerTo(100, { WENLIU_INGEST_MAX_LAG_MESSAGES: '100' })).toBe('come in');
  });

  it('are refused while more wait than a stage may leave lying', async () => {
    expect(await answerTo(101, { WENLIU_INGEST_MAX_LAG_MESSAGES: '100' })).toBe('503 overloaded');
  });

  it('are refused while the disk has no more room than what was accepted needs', async () => {
    expect(await answerTo(0, { WENLIU_INGEST_DISK_RESERVE_MB: '1000000000' })).toBe('503 disk-nearly-full');
    expect(await answerTo(100_000_000, { WENLIU_INGEST_MAX_LAG_MESSAGES: '100000000' })).toBe('503 disk-nearly-full');
    expect(await answerTo(0, { WENLIU_INGEST_DISK_RESERVE_MB: '0' })).toBe('come in');
    expect(await answerTo(0, { WENLIU_INGEST_DISK_RESERVE_MB: '1000000000' }, null)).toBe('come in');
  });
});
