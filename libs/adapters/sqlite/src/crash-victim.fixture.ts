import { createHash } from 'node:crypto';
import { InMemoryOriginalStore } from '@wenliu/testing';
import { openSqlite } from './sqlite-engine.js';

// Run by crash.spec.ts as a process of its own: writes without end, and says what was acknowledged. It is killed.
const [folder = '', from = '0'] = process.argv.slice(2);
const engine = await openSqlite(folder, new InMemoryOriginalStore());
const idOf = (n: number): string => createHash('sha256').update(String(n)).digest('hex');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
// Writing to a pipe is synchronous: what is said is said before the next line runs.
const acknowledge = (kind: string, n: number): void => void process.stdout.write(`${kind} ${n}\n`);

await engine.log.createTopics(['input', 'output'].map((name) => ({ name, retention: null })));
await engine.log.subscribe({ group: 'relay', topic: 'input', maxRecords: 5 }, async (delivery) => {
  await delivery.commit(delivery.records.map(({ key, value }) => ({ topic: 'output', key, lane: 'live', headers: {}, value })));
  for (const { key } of delivery.records) acknowledge('committed', Number(key));
});

for (let n = Number(from); ; n++) {
  const id = idOf(n);
  await engine.originals.put(id, bytes(`original ${n}`));
  acknowledge('original', n);
  await engine.ledger.receive([
    {
      id, name: null, mediaType: 'text/plain', encoding: null, bytes: 1, source: { id: 's', kind: 'http', name: 's' }, lane: 'live',
      hints: { publication: null, issueDate: null, page: null, url: null, revision: 1 }, receivedAt: '2026-01-01T00:00:00Z', reprocess: false,
    },
  ]);
  acknowledge('received', n);
  // Two in one: all or nothing.
  await engine.log.append(['live', 'backfill'].map((lane) => ({ topic: 'input', key: String(n), lane: lane === 'live' ? 'live' : 'backfill', headers: {}, value: bytes(`${lane} ${n}`) })));
  acknowledge('appended', n);
  const article = { id, version: 1, documentId: id, contentHash: id, retracted: false, body: bytes(`article ${n}`) };
  await engine.articles.put([article]);
  acknowledge('stored', n);
  const facets = { publication: [], page: [], section: [], author: [], agency: [], person: [], place: [], organization: [], policy: [], language: [] };
  await engine.search.put([{ id, version: 1, deleted: false, date: null, title: `标题 n${n}`, text: '正文', facets }]);
  acknowledge('indexed', n);
}
