import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect } from '@jest/globals';
import { eventually } from './eventually.js';
import { openStream } from './event-stream.js';
import { readSamples, sumOf, type Sample } from './metric-text.js';
import { PAGES } from './pages.js';
import { itIf, profile, startServer, type Server } from './story.fixture.js';

const STAGES = ['split-document', 'tag-article', 'index-article', 'record-outcomes'];

const nothingWaits = async (server: Server): Promise<boolean> => {
  const { stages } = await server.client.pipeline();
  return stages.every(({ lag }) => lag.live + lag.backfill === 0);
};

/** Looked at twice: stages are asked one by one, and a message may have been between two of them. */
const idle = (server: Server): Promise<true> =>
  eventually('no message to wait', async () => {
    if (!(await nothingWaits(server))) return null;
    await delay(500);
    return (await nothingWaits(server)) ? true : null;
  });

async function scrape(server: Server): Promise<Sample[]> {
  return readSamples((await server.client.request('GET', '/metrics')).bytes.toString('utf8'));
}

/** The next offset of every partition of `article.tagged.v1`: what was ever appended to it. */
async function appendedToTagged(server: Server): Promise<number> {
  const stream = await openStream(server.url);
  const { id } = await stream.next();
  stream.close();
  return id.split('.').reduce((sum, part) => sum + Number(part.split('-')[1]), 0);
}

describe('every message', () => {
  itIf(profile.features.oneProcess, 'the counters are spread over processes', 'that was appended to a topic reaches one counted outcome', async () => {
    const server = await startServer();
    const { client } = server;
    for (const { bytes, type } of PAGES) await client.push(bytes, { type });
    // Outcomes of every kind: an empty page, an unreadable one, an older version, a conflict, a retraction.
    const unreadable = Uint8Array.from({ length: 4_000 }, (_, i) => (i * i * 7 + 131 * i) % 256);
    await client.push(unreadable, { type: 'text/plain' });
    await client.push('　　\n\n', { type: 'text/plain' });
    const article = { sourceId: 'counted', title: '计数', paragraphs: ['第一版。'] };
    const versions = [
      { ...article, revision: 2 },
      { ...article, revision: 1, paragraphs: ['更早的一版。'] },
      { ...article, revision: 2, paragraphs: ['同一版，另一种说法。'] },
      { ...article, revision: 3, retracted: true },
    ];
    for (const version of versions) {
      await client.pushLines([version]);
      // One after the other: documents do not keep an order among each other.
      await idle(server);
    }
    const samples = await scrape(server);
    const settled = (stage: string): number => sumOf(samples, 'wenliu_stage_messages_total', { stage });
    const accepted = sumOf(samples, 'wenliu_source_documents_total', { outcome: 'accepted' });
    const items = await client.searchAll({ size: '1000' });
    const documents = new Set(items.map((item) => item.article.documentId));
    const split = await Promise.all([...documents].map((id) => client.document(id)));
    const produced = split.reduce((sum, { articles }) => sum + articles.length, 0);

    expect(accepted).toBe(PAGES.length + 2 + versions.length);
    expect(settled('split-document')).toBe(accepted);
    // Of the last article nothing is found any more, and each of its versions was an article.
    expect(settled('tag-article')).toBe(produced + versions.length);
    const forwarded = sumOf(samples, 'wenliu_stage_messages_total', { stage: 'tag-article', outcome: 'forward' });
    expect(settled('index-article')).toBe(profile.features.denseOffsets ? await appendedToTagged(server) : forwarded);
    const batches = STAGES.slice(0, 3).reduce((sum, stage) => sum + sumOf(samples, 'wenliu_stage_batch_size_count', { stage }), 0);
    expect(settled('record-outcomes')).toBe(batches);
    for (const stage of STAGES) expect(sumOf(samples, 'wenliu_stage_batch_size_sum', { stage })).toBe(settled(stage));

    const count = (labels: Record<string, string>): number => sumOf(samples, 'wenliu_stage_messages_total', labels);
    expect(count({ stage: 'split-document', outcome: 'quarantine', reason: 'undecodable-bytes' })).toBe(1);
    expect(count({ stage: 'split-document', outcome: 'discard', reason: 'empty-text' })).toBe(1);
    expect(count({ stage: 'index-article', outcome: 'discard', reason: 'older-version' })).toBe(1);
    expect(count({ stage: 'index-article', outcome: 'quarantine', reason: 'version-conflict' })).toBe(1);
    // Stored: what was forwarded by the indexer, less the one retracted and its one version before.
    expect(count({ stage: 'index-article', outcome: 'forward' })).toBe(items.length + 2);
    expect((await client.quarantine()).total).toBe(2);
    expect(sumOf(samples, 'wenliu_quarantine_messages')).toBe(2);
    expect(sumOf(samples, 'wenliu_log_lag_messages')).toBe(0);
  });
});
