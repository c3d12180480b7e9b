import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentReceived, DocumentReceived } from '@wenliu/contracts';
import { openEmbedded, type PipelineMetrics, type Ports } from '@wenliu/platform';
import { PortUnavailable, type Ledger, type MessageLog, type OriginalStore } from '@wenliu/ports';
import { readTopic } from '@wenliu/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { documentId } from './domain/identity.js';
import { documentsOf, type IntakeItem } from './domain/intake.js';
import { Receiver } from './receiver.js';

const FROM = { source: { id: 'test', kind: 'http', name: 'Test' }, lane: 'live', receivedAt: '2026-01-02T03:04:05.000Z' } as const;

let folder: string;
let ports: Ports;
/** What was counted. */
let counted: string[];
/** What was done, in order. */
let steps: string[];
/** Which step fails, how often. */
let failing: { step: string; times: number };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenliu-receiver-'));
  ports = await openEmbedded(folder);
  await ports.log.createTopics([{ name: documentReceived.name, retention: null }]);
  counted = [];
  steps = [];
  failing = { step: '', times: 0 };
});
afterEach(async () => {
  await ports.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Says what is called, and fails where it was told to. */
function watched<T extends object>(port: T, name: string): T {
  return new Proxy(port, {
    get: (target, key) => {
      const found: unknown = Reflect.get(target, key);
      if (key === 'sharedAppends') return true;
      if (typeof found !== 'function') return found;
      return (...args: unknown[]): unknown => {
        const step = `${name}.${String(key)}`;
        if (failing.step === step && failing.times-- > 0) return Promise.reject(new PortUnavailable(name, 'away'));
        if (failing.step === `${step} ${String(args[0])}`) return Promise.reject(new Error('cannot be kept'));
        steps.push(step);
        return Reflect.apply(found, target, args);
      };
    },
  });
}

/** All that a receiver asks of them. */
const metrics = (): PipelineMetrics => ({ received: (source: string, outcome: string) => counted.push(`${source} ${outcome}`) }) as unknown as PipelineMetrics;

const receiver = (): Receiver =>
  new Receiver(watched<OriginalStore>(ports.originals, 'originals'), watched<MessageLog>(ports.log, 'log'), watched<Ledger>(ports.ledger, 'ledger'), metrics());

const batch = (...lines: string[]): IntakeItem[] => [
  ...documentsOf(new TextEncoder().encode(lines.join('\n')), { kind: 'batch', charset: null }, { name: null, hints: { publication: null, issueDate: null, page: null, url: null, revision: 1 } }),
];
const A = '{"paragraphs":["甲"]}';
const B = '{"paragraphs":["乙"]}';
const BAD = '{"paragraphs":1}';
const events = async () => (await readTopic(ports.log, documentReceived.name)).map(({ value }) => DocumentReceived.parse(JSON.parse(new TextDecoder().decode(value))));
const idOf = (text: string): string => documentId(new TextEncoder().encode(text));

describe('Receiver', () => {
  it('keeps the original first, then the event, then the ledger', async () => {
    const [item] = await receiver().receive(batch(A), FROM);
    expect(item).toEqual({ index: 0, id: idOf(A), outcome: 'accepted' });
    expect(steps).toEqual(['ledger.known', 'originals.put', 'log.append', 'ledger.receive']);
    expect(await events()).toMatchObject([{ id: idOf(A), bytes: Buffer.byteLength(A), lane: 'live', mediaType: 'application/json' }]);
    expect(Buffer.from((await ports.originals.get(idOf(A))) ?? []).toString()).toBe(A);
  });

  it('shares the writes of those that come meanwhile, each with its own lane, and accepts one that comes twice once', async () => {
    const one = receiver();
    const later = { ...FROM, lane: 'backfill' } as const;
    const [first, ...rest] = await Promise.all([one.receive(batch(A), FROM), one.receive(batch(B), later), one.receive(batch(BAD), FROM), one.receive(batch(A), later)]);
    expect([first, ...rest].map((receipt) => receipt[0]?.outcome)).toEqual(['accepted', 'accepted', 'rejected', 'duplicate']);
    expect(steps.filter((step) => step === 'log.append')).toHaveLength(1);
    expect((await events()).map(({ id, lane }) => [id, lane]).sort()).toEqual([[idOf(A), 'live'], [idOf(B), 'backfill']].sort());
  });

  it('does not let one that cannot be kept take its neighbours along', async () => {
    failing = { step: `originals.put ${idOf(B)}`, times: Infinity };
    const one = receiver();
    const receipts = await Promise.allSettled([one.receive(batch(A), FROM), one.receive(batch(B), FROM)]);
    expect(receipts).toMatchObject([{ value: [{ outcome: 'accepted' }] }, { reason: { message: 'cannot be kept' } }]);
    expect((await events()).map(({ id }) => id)).toEqual([idOf(A)]);
  });

  it('accepts a document that stands twice in one batch once', async () => {
    const outcomes = (await receiver().receive(batch(A, B, A, A), FROM)).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['accepted', 'accepted', 'duplicate', 'duplicate']);
    expect(await events()).toHaveLength(2);
  });

  it('knows a document again, and does nothing for it', async () => {
    await receiver().receive(batch(A), FROM);
    steps.length = 0;
    expect(await receiver().receive(batch(A), FROM)).toEqual([{ index: 0, id: idOf(A), outcome: 'duplicate' }]);
    expect(steps).toEqual(['ledger.known']);
  });

  it('rejects what cannot be read, and takes the rest', async () => {
    const items = await receiver().receive([...batch(A, BAD, B), { index: 3, ok: true, bytes: new Uint8Array(), mediaType: 'text/plain', charset: null, name: null, hints: { publication: null, issueDate: null, page: null, url: null, revision: 1 } }], FROM);
    expect(items.map(({ outcome, index }) => [index, outcome])).toEqual([[0, 'accepted'], [1, 'rejected'], [2, 'accepted'], [3, 'rejected']]);
    expect(items[1]).toMatchObject({ id: null, problem: { status: 422, detail: expect.stringContaining('paragraphs') } });
    expect(counted).toEqual(['http accepted', 'http rejected', 'http accepted', 'http rejected']);
  });

  it.each([
    ['originals.put', 0],
    ['log.append', 0],
    ['ledger.receive', 1],
  ])('rejects as a whole when %s fails, and accepts when it is sent again', async (step, eventsBefore) => {
    failing = { step, times: 1 };
    await expect(receiver().receive(batch(A, B), FROM)).rejects.toBeInstanceOf(PortUnavailable);
    expect(await events()).toHaveLength(eventsBefore * 2);
    expect(await ports.ledger.known([idOf(A), idOf(B)])).toEqual([false, false]);
    const again = await receiver().receive(batch(A, B), FROM);
    expect(again.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    // Whatever was announced before is announced again: the same documents under the same keys.
    const announced = await events();
    expect(announced).toHaveLength(eventsBefore * 2 + 2);
    expect([...new Set(announced.map(({ id }) => id))].sort()).toEqual([idOf(A), idOf(B)].sort());
  });

  it('gives one of two that send the same at the same time the acceptance', async () => {
    const [one, two] = await Promise.all([receiver().receive(batch(A), FROM), receiver().receive(batch(A), FROM)]);
    expect([one[0]?.outcome, two[0]?.outcome].sort()).toEqual(['accepted', 'duplicate']);
  });
});
