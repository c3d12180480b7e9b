import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { useEngine } from '@wenliu/engines/use-engine';
import { PortMisconfigured, PortUnavailable, type StoredArticle } from '@wenliu/ports';
import type { mongo } from 'mongoose';
import { openMongo } from './mongo-engine.js';
import { connect } from './raw-connection.fixture.js';
import { openTemporary, type TemporaryDatabase } from './temporary-database.fixture.js';

const article = (n: number, version: number, body = new Uint8Array(3)): StoredArticle => ({
  id: n.toString(16).padStart(64, '0'), version, documentId: 'd', contentHash: `hash ${n} ${version}`, retracted: false, body,
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  // A TCP server has an address of this form.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

await useEngine('mongodb', (uri) => {
  describe('MongoDB', () => {
    let temporary: TemporaryDatabase;
    let raw: mongo.MongoClient;
    let db: mongo.Db;
    beforeAll(async () => {
      temporary = await openTemporary(uri);
      raw = await connect(uri);
      db = raw.db(temporary.database);
    });
    afterAll(async () => {
      await raw.close();
      await temporary.dispose();
    });

    it('is unavailable where nobody listens, and says so soon', async () => {
      const began = performance.now();
      const opening = openMongo({ uri: `mongodb://127.0.0.1:${await freePort()}`, timeoutMs: 300 });
      await expect(opening).rejects.toBeInstanceOf(PortUnavailable);
      expect(performance.now() - began).toBeLessThan(5_000);
    });

    it.each(['', 'http://127.0.0.1', 'mongodb://'])('is misconfigured where the address is none: %j', async (wrong) => {
      await expect(openMongo({ uri: wrong })).rejects.toBeInstanceOf(PortMisconfigured);
    });

    it('is opened twice with the same indexes', async () => {
      const again = await openMongo({ uri, database: temporary.database });
      await again.close();
    });

    it('refuses an index that is there with other options, and says what to do', async () => {
      const database = `${temporary.database}-other`;
      await raw.db(database).collection('originals.chunks').createIndex({ files_id: 1, n: 1 }, { name: 'files_id_1_n_1' });
      await expect(openMongo({ uri, database })).rejects.toThrow(/files_id_1_n_1.*drop it/);
      await expect(openMongo({ uri, database })).rejects.toBeInstanceOf(PortMisconfigured);
      await raw.db(database).dropDatabase();
    });

    it('finishes an original that was cut half way', async () => {
      const id = 'a'.repeat(64);
      const bytes = Uint8Array.from({ length: 700_000 }, (_, n) => n % 251);
      // What is left of a put that ended after its second piece.
      const pieces = [0, 1].map((n) => ({ files_id: id, n, data: bytes.subarray(n * 261_120, (n + 1) * 261_120) }));
      await db.collection('originals.chunks').insertMany(pieces);
      const { originals } = temporary.engine;
      expect([await originals.has(id), await originals.get(id)]).toEqual([false, null]);
      await originals.put(id, bytes);
      expect(Buffer.compare((await originals.get(id)) ?? Buffer.alloc(0), bytes)).toBe(0);
      expect(await db.collection('originals.chunks').countDocuments({ files_id: id })).toBe(3);
    });

    it('keeps a receipt for a day and not longer', async () => {
      const { ledger } = temporary.engine;
      await ledger.keepReceipt('old', 'f', { items: [] });
      await db.collection('receipts').updateOne({ fingerprint: 'f' }, { $set: { keptAt: new Date(Date.now() - 24 * 3_600_000) } });
      expect(await ledger.receipt('old')).toBeNull();
      await ledger.keepReceipt('new', 'g', { items: [] });
      expect(await db.collection('receipts').countDocuments({})).toBe(1);
      await ledger.keepReceipt('old', 'h', { items: [] });
      expect(await ledger.receipt('old')).toMatchObject({ fingerprint: 'h' });
    });

    it('gives every article one outcome when many write the same ones at once', async () => {
      const { articles } = temporary.engine;
      const writers = Array.from({ length: 8 }, (_, version) => Array.from({ length: 40 }, (_, n) => article(n, version + 1)));
      const outcomes = await Promise.all(writers.map((batch) => articles.put(batch)));
      for (const some of outcomes) for (const { kind } of some) expect(['written', 'older']).toContain(kind);
      // The newest of each was written by exactly one.
      expect(new Set(outcomes[7]?.map(({ kind }) => kind))).toEqual(new Set(['written']));
      const found = await articles.get(writers[0]?.map(({ id }) => id) ?? []);
      expect(new Set(found.map((one) => one?.version))).toEqual(new Set([8]));
    });

    it('rejects an article above 16 MB that replaces one, and keeps the one that is there', async () => {
      const { articles } = temporary.engine;
      await articles.put([article(900, 1)]);
      const [outcome] = await articles.put([article(900, 2, new Uint8Array(17_000_000))]);
      expect(outcome).toMatchObject({ kind: 'rejected' });
      expect((await articles.get([article(900, 1).id]))[0]?.version).toBe(1);
    });

    it('is unavailable after it was closed', async () => {
      const other = await openMongo({ uri, database: temporary.database });
      await other.close();
      await expect(other.articles.get(['x'])).rejects.toBeInstanceOf(PortUnavailable);
    });
  });
});
