import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../run-wenliu.fixture.js';
import { defaultJournal, Journal, type Acknowledged } from './journal.js';

const entry: Acknowledged = { path: '/pages/a.ndjson', bytes: 100, mtimeMs: 5, from: 0, to: 60, lines: 3, ids: ['x'] };

describe('Journal', () => {
  it('knows after a kill what was acknowledged before, and nothing of a line cut short', async () => {
    const file = join(temporaryFolder(), 'deep', 'journal.jsonl');
    const first = await Journal.open(file);
    await first.add(entry);
    await first.close();
    const { appendFile } = await import('node:fs/promises');
    await appendFile(file, '{"path":"/pages/a.nd');

    const second = await Journal.open(file);
    expect(second.find(entry)).toEqual(entry);
    expect(second.size).toBe(1);
    await second.add({ ...entry, from: 60, to: 100 });
    await second.close();
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(4);
    const third = await Journal.open(file);
    expect(third.size).toBe(2);
    expect(third.last?.from).toBe(60);
    await third.close();
  });

  it.each([{ bytes: 101 }, { mtimeMs: 6 }, { path: '/pages/b.ndjson' }, { from: 1 }])('takes a file that differs in %j for another', async (change) => {
    const journal = await Journal.open(join(temporaryFolder(), 'journal.jsonl'));
    await journal.add(entry);
    expect(journal.find({ ...entry, ...change })).toBeUndefined();
    await journal.close();
  });

  it('is another for another push', () => {
    expect(defaultJournal(['http://a', ['/x']])).toBe(defaultJournal(['http://a', ['/x']]));
    expect(defaultJournal(['http://a', ['/x']])).not.toBe(defaultJournal(['http://b', ['/x']]));
  });
});
