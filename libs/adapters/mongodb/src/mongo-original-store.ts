import type { mongo } from 'mongoose';
import { OriginalStore } from '@wenliu/ports';
import { ensureIndexes, type WantedIndex } from './indexes.js';
import { failuresOf, guarded } from './mongo-errors.js';

const PORT = 'original store';
const BUCKET = 'originals';
/** GridFS's own. It must stay: pieces of a put that was cut are taken over by the next one. */
const CHUNK_BYTES = 255 * 1024;

interface FileRow {
  _id: string;
  length: number;
  chunkSize: number;
  uploadDate: Date;
  filename: string;
}

interface ChunkRow {
  files_id: string;
  n: number;
  data: Uint8Array;
}

const CHUNK_INDEXES: readonly WantedIndex[] = [{ name: 'files_id_1_n_1', key: { files_id: 1, n: 1 }, unique: true }];

/**
 * Originals in GridFS, with their sha-256 as the file's id. The driver's own upload fails where pieces of the file are there; since
 * equal ids are equal bytes, such a piece is as good as ours. The file's entry comes last and makes it whole.
 */
export class MongoOriginalStore extends OriginalStore {
  private readonly files: mongo.Collection<FileRow>;
  private readonly chunks: mongo.Collection<ChunkRow>;

  private constructor(db: mongo.Db) {
    super();
    this.files = db.collection(`${BUCKET}.files`);
    this.chunks = db.collection(`${BUCKET}.chunks`);
  }

  static async open(db: mongo.Db): Promise<MongoOriginalStore> {
    await ensureIndexes(PORT, db.collection(`${BUCKET}.chunks`), CHUNK_INDEXES);
    return new MongoOriginalStore(db);
  }

  override async put(id: string, bytes: Uint8Array): Promise<void> {
    const chunks = toChunks(id, bytes);
    checkId(id);
    // What is one piece is sent sooner than asked for.
    if (chunks.length > 1 && (await this.has(id))) return;
    if (chunks.length > 0) await insertMissing(() => this.chunks.insertMany(chunks, { ordered: false }));
    const file = { _id: id, length: bytes.byteLength, chunkSize: CHUNK_BYTES, uploadDate: new Date(), filename: id };
    await insertMissing(() => this.files.insertMany([file], { ordered: false }));
  }

  /** Two questions at once, where the driver's own download asks one after the other; what has no entry yet is not there. */
  override async get(id: string): Promise<Uint8Array | null> {
    checkId(id);
    return guarded(PORT, async () => {
      const [file, chunks] = await Promise.all([
        this.files.findOne({ _id: id }, { projection: { length: 1 } }),
        this.chunks.find({ files_id: id }).sort({ n: 1 }).toArray(),
      ]);
      if (file === null) return null;
      const bytes = Buffer.concat(chunks.map(({ data }) => data));
      // The entry was written after its pieces, and may have been read after them too.
      if (bytes.length === file.length) return bytes;
      const later = await this.chunks.find({ files_id: id }).sort({ n: 1 }).toArray();
      return Buffer.concat(later.map(({ data }) => data));
    });
  }

  override async has(id: string): Promise<boolean> {
    checkId(id);
    return (await guarded(PORT, () => this.files.findOne({ _id: id }, { projection: { _id: 1 } }))) !== null;
  }

  override async close(): Promise<void> {
    // The connection is shared and closed by who opened it.
  }
}

function toChunks(id: string, bytes: Uint8Array): ChunkRow[] {
  const count = Math.ceil(bytes.byteLength / CHUNK_BYTES);
  return Array.from({ length: count }, (_, n) => ({ files_id: id, n, data: bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES) }));
}

async function insertMissing(insert: () => Promise<unknown>): Promise<void> {
  for (const { kind, detail } of (await failuresOf(PORT, insert)).values()) if (kind === 'rejected') throw new Error(`${PORT}: ${detail}`);
}

function checkId(id: string): void {
  if (!/^[0-9a-f]{64}$/.test(id)) throw new Error(`not a sha-256 in hexadecimal: ${id}`);
}
