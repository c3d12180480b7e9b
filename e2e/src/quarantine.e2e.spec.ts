import { beforeAll, describe, expect, it } from '@jest/globals';
import type { QuarantineEntry } from '@wenliu/contracts';
import { eventually } from './eventually.js';
import { readSamples, sumOf } from './metric-text.js';
import { sha256 } from './pages.js';
import { PATIENCE } from './patience.js';
import { createRandom } from './random.js';
import { startServer, type Server } from './story.fixture.js';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});

function randomBytes(seed: number): Uint8Array {
  const random = createRandom(seed);
  return Uint8Array.from({ length: 3_000 }, () => Math.floor(random() * 256));
}

const open = (count: number): Promise<QuarantineEntry[]> =>
  eventually(`${count} in quarantine`, async () => {
    const { total, items } = await server.client.quarantine();
    return total === count ? items : null;
  });

const timesQuarantined = async (): Promise<number> => {
  const { bytes } = await server.client.request('GET', '/metrics');
  return sumOf(readSamples(bytes.toString('utf8')), 'wenliu_quarantine_messages', { stage: 'split-document' });
};

describe('a document that cannot be decoded', () => {
  const bytes = randomBytes(1);
  let entry: QuarantineEntry;

  it('is quarantined with its reason, its bytes kept, its neighbours not held up', async () => {
    await server.client.push(bytes, { type: 'text/plain' });
    const neighbour = await server.client.pushLines([{ paragraphs: ['旁边的一篇好好的。'] }]);
    await server.client.until(neighbour, 'done', 5_000 * PATIENCE);
    const [view] = await server.client.until([sha256(bytes)], 'quarantined', 5_000 * PATIENCE);
    expect(view?.articles).toEqual([]);
    const [first] = await open(1);
    expect(first).toMatchObject({ stage: 'split-document', reason: 'undecodable-bytes', class: 'rejected', attempts: 1, key: sha256(bytes), redrivenAt: null, detail: expect.any(String) });
    expect(first?.origin).toMatchObject({ topic: 'document.received.v1' });
    const detail = await server.client.quarantined(first?.id ?? '');
    expect(JSON.parse(Buffer.from(detail.content, 'base64').toString('utf8'))).toMatchObject({ id: sha256(bytes), bytes: bytes.length });
    const original = await server.client.request('GET', `/v1/documents/${sha256(bytes)}/original`);
    expect(original.bytes.equals(bytes)).toBe(true);
    const { hops } = await server.client.trace(sha256(bytes));
    expect(hops.at(-1)).toMatchObject({ stage: 'split-document', outcome: 'quarantine', reason: 'undecodable-bytes' });
    if (first !== undefined) entry = first;
  });

  it('is counted by a dry run and not sent', async () => {
    expect(await server.client.redrive({ dryRun: true })).toEqual({ matched: 1, redriven: 0, dryRun: true });
    expect(await open(1)).toMatchObject([{ id: entry.id }]);
  });

  it('is sent back, comes to quarantine again, and is counted each time', async () => {
    expect(await timesQuarantined()).toBe(1);
    expect(await server.client.redrive({ ids: [entry.id] })).toEqual({ matched: 1, redriven: 1, dryRun: false });
    const again = await eventually('the entry to come back', async () => {
      const { items } = await server.client.quarantine();
      return items.find(({ id, key }) => key === entry.key && id !== entry.id) ?? null;
    });
    expect(again.origin.offset).toBeGreaterThan(entry.origin.offset);
    expect(await open(1)).toHaveLength(1);
    expect((await server.client.quarantined(entry.id)).redrivenAt).not.toBeNull();
    expect(await timesQuarantined()).toBe(2);
  });

  it('is not sent a second time by the id of the entry that was sent', async () => {
    expect((await server.client.redrive({ ids: [entry.id] })).redriven).toBe(0);
    const [current] = await open(1);
    expect((await server.client.redrive({ ids: [current?.id, current?.id] })).redriven).toBe(1);
    await eventually('the third time', async () => ((await timesQuarantined()) === 3 ? true : null));
    expect(await open(1)).toHaveLength(1);
  });

  it('is found by filter', async () => {
    await server.client.push(randomBytes(2), { type: 'text/plain' });
    await open(2);
    const totalOf = async (parameters: string): Promise<number> => (await server.client.quarantine(parameters)).total;
    expect(await totalOf('stage=split-document&class=rejected&reason=undecodable-bytes')).toBe(2);
    expect(await totalOf('class=failed')).toBe(0);
    expect(await totalOf('stage=tag-article')).toBe(0);
    expect(await totalOf('since=2099-01-01')).toBe(0);
    expect(await server.client.redrive({ stage: 'split-document', limit: 1 })).toEqual({ matched: 2, redriven: 1, dryRun: false });
    const wrong = await server.client.problem('GET', '/v1/quarantine?since=soon');
    expect(wrong).toMatchObject({ status: 400, detail: expect.stringMatching(/since: .*YYYY-MM-DD/) });
  });
});
