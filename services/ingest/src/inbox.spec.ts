import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PortUnavailable } from '@wenliu/ports';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { documentId } from './domain/identity.js';
import type { IntakeItem } from './domain/intake.js';
import { Inbox, type InboxFile } from './inbox.js';

const SETTLE_MS = 2_000;
const LIMIT = 1_000;

let folder: string;
let now: number;
let received: { text: string; file: InboxFile }[];
/** Thrown by the next receptions, one each. */
let refusals: unknown[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenliu-inbox-'));
  now = Date.now() + 60_000;
  received = [];
  refusals = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inbox = (path = folder): Inbox => new Inbox({ folder: path, settleMs: SETTLE_MS, maxBytes: LIMIT, now: () => now, receive });

async function receive(items: readonly IntakeItem[], file: InboxFile) {
  if (refusals.length > 0) throw refusals.shift();
  return items.map((item) => {
    if (!item.ok) return { index: item.index, id: null, outcome: 'rejected' as const, problem: { type: 't', title: 't', status: 422, detail: item.detail } };
    received.push({ text: Buffer.from(item.bytes).toString(), file });
    return { index: item.index, id: documentId(item.bytes), outcome: 'accepted' as const };
  });
}

function put(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}
const has = (name: string): boolean => existsSync(join(folder, name));
const texts = (): string[] => received.map(({ text }) => text);

describe('Inbox', () => {
  it('takes a file and moves it to done', async () => {
    put('a.txt', '甲');
    expect(await inbox().sweep()).toEqual([]);
    expect(received).toEqual([{ text: '甲', file: { name: 'a.txt', lane: 'live' } }]);
    expect([has('a.txt'), has('done/a.txt'), has('.processing/a.txt')]).toEqual([false, true, false]);
  });

  it('leaves a file alone that has changed a moment ago', async () => {
    const path = put('growing.txt', '甲');
    now = Date.now() + SETTLE_MS / 2;
    await inbox().sweep();
    expect(has('growing.txt')).toBe(true);
    // A date that was set back does not make it older: the change of the entry counts too.
    utimesSync(path, 0, 0);
    await inbox().sweep();
    expect(texts()).toEqual([]);
    now += 2 * SETTLE_MS;
    await inbox().sweep();
    expect(texts()).toEqual(['甲']);
  });

  it('keeps the path as the name, and the lane by the folder', async () => {
    put('2024/03/a.txt', '甲');
    put('backfill/old/b.txt', '乙');
    await inbox().sweep();
    expect(received.map(({ file }) => file)).toEqual([
      { name: '2024/03/a.txt', lane: 'live' },
      { name: 'backfill/old/b.txt', lane: 'backfill' },
    ]);
    expect([has('done/2024/03/a.txt'), has('done/backfill/old/b.txt')]).toEqual([true, true]);
  });

  it('does not look at hidden and unfinished files, nor at its own folders', async () => {
    for (const name of ['.a.txt', 'b.txt.part', 'c.tmp', 'd.txt~', '.git/e.txt', 'done/f.txt', 'failed/g.txt']) put(name, name);
    await inbox().sweep();
    expect(texts()).toEqual([]);
  });

  it('keeps apart what it cannot take, with the reasons beside it', async () => {
    put('a.pdf', '%PDF');
    put('large.txt', 'x'.repeat(LIMIT + 1));
    put('empty.ndjson', '\n\n');
    put('mixed.ndjson', '{"paragraphs":["甲"]}\nno json\n{"paragraphs":["乙"]}\n{}\n');
    expect(await inbox().sweep()).toEqual([]);
    const reasons = (name: string): string[] => readFileSync(join(folder, 'failed', `${name}.reason.txt`), 'utf8').trim().split('\n');
    expect(reasons('a.pdf')).toEqual([expect.stringContaining('.txt')]);
    expect(reasons('large.txt')).toEqual([expect.stringContaining(String(LIMIT))]);
    expect(reasons('empty.ndjson')).toEqual(['the file is empty']);
    expect(reasons('mixed.ndjson')).toEqual([expect.stringMatching(/^item 1: /), expect.stringMatching(/^item 3: /)]);
    expect(texts()).toEqual(['{"paragraphs":["甲"]}', '{"paragraphs":["乙"]}']);
    expect(has('failed/mixed.ndjson')).toBe(true);
  });

  it('takes a batch that is larger than a document may be, in portions, every line whole', async () => {
    const lines = Array.from({ length: 60_000 }, (_, n) => `{"paragraphs":["第${n}行，说的是外贸进出口。"]}`);
    put('large.ndjson', lines.join('\n'));
    await inbox().sweep();
    expect(texts()).toEqual(lines);
  });

  it('goes on, after a restart, with what was left in .processing', async () => {
    put('.processing/2024/left.txt', '甲');
    await inbox().sweep();
    expect(received).toMatchObject([{ text: '甲', file: { name: '2024/left.txt' } }]);
    expect(has('done/2024/left.txt')).toBe(true);
  });

  it('goes on, after a restart, with a file whose reason alone had been written', async () => {
    put('.processing/a.pdf', '%PDF');
    put('failed/a.pdf.reason.txt', 'of before\n');
    await inbox().sweep();
    expect(readdirSync(join(folder, 'failed')).sort()).toEqual(['a.pdf', 'a.pdf.reason.txt']);
    expect(readFileSync(join(folder, 'failed', 'a.pdf.reason.txt'), 'utf8')).toContain('.txt');
  });

  it('leaves a file in .processing when nothing can be received now, and takes it the next time', async () => {
    put('a.txt', '甲');
    refusals = [new PortUnavailable('log', 'disk full')];
    await expect(inbox().sweep()).rejects.toThrow('disk full');
    expect(has('.processing/a.txt')).toBe(true);
    expect(await inbox().sweep()).toEqual([]);
    expect([texts(), has('done/a.txt')]).toEqual([['甲'], true]);
  });

  it('names what it cannot read, tries it again, and takes its neighbours meanwhile', async () => {
    const target = join(folder, 'done', 'target');
    symlinkSync(target, join(folder, 'link.txt'));
    put('next.txt', '乙');
    expect(await inbox().sweep()).toMatchObject([{ source: join(folder, 'link.txt'), detail: expect.stringContaining('ENOENT') }]);
    expect(texts()).toEqual(['乙']);
    put('done/target', '甲');
    expect(await inbox().sweep()).toEqual([]);
    expect(texts()).toEqual(['乙', '甲']);
  });

  it('does not write over a file of the same name that it could not read yet', async () => {
    mkdirSync(join(folder, '.processing'));
    symlinkSync(join(folder, 'done', 'later'), join(folder, '.processing', 'a.txt'));
    put('a.txt', '第二个');
    expect(await inbox().sweep()).toHaveLength(1);
    expect(has('a.txt')).toBe(true);
    put('done/later', '第一个');
    await inbox().sweep();
    expect(texts()).toEqual(['第一个', '第二个']);
  });

  it('gives a file a number where its name is taken', async () => {
    for (const text of ['甲', '乙', '丙']) {
      put('same.txt', text);
      await inbox().sweep();
    }
    expect(['same.txt', 'same.txt.1', 'same.txt.2'].map((name) => readFileSync(join(folder, 'done', name), 'utf8'))).toEqual(['甲', '乙', '丙']);
  });

  it('makes the folder where there is none', async () => {
    const path = join(folder, 'not', 'yet');
    expect(await inbox(path).sweep()).toEqual([]);
    expect(existsSync(path)).toBe(true);
  });
});
