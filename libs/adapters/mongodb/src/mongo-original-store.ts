import type { mongo } from 'mongoose';
import { gather, OriginalStore } from '@wenliu/ports';
import { ensureIndexes, type WantedIndex } from './indexes.js';
import { failuresOf, guarded } from './mongo-errors.js';

const PORT = 'original store';
const BUCKET = 'originals';
/** GridFS's own. It must stay: pieces of a put that was cut are taken over by the next one. */
const CHUNK_BYTES = 255 * 1024;

/** Small ones of a batch: with 255 kB each they fit into one message. */
const TOGETHER = { most: 100, atOnce: 2 };

interface Original {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly chunks: readonly ChunkRow[];
}

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
  private readonly putSmall = gather(TOGETHER, (originals: readonly Original[]) => this.write(originals));
  private readonly read = gather(TOGETHER, (ids: readonly string[]) => this.readAll(ids));

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
    checkId(id);
    const original = { id, bytes, chunks: toChunks(id, bytes) };
    if (original.chunks.length <= 1) await this.putSmall(original);
    // What is one piece is sent sooner than asked for.
    else if (!(await this.has(id))) for (const refused of await this.write([original])) if (refused instanceof Error) throw refused;
  }

  /** What has no entry yet is not there. */
  override async get(id: string): Promise<Uint8Array | null> {
    checkId(id);
    return (await this.read(id)).bytes;
  }

  override async has(id: string): Promise<boolean> {
    checkId(id);
    return (await guarded(PORT, () => this.files.findOne({ _id: id }, { projection: { _id: 1 } }))) !== null;
  }

  override async close(): Promise<void> {
    // The connection is shared and closed by who opened it.
  }

  /** All pieces, then the entries of those whose pieces are there. */
  private async write(originals: readonly Original[]): Promise<(true | Error)[]> {
    const chunks = originals.flatMap((original) => original.chunks);
    const refused = await refusedOf(chunks, (rows) => this.chunks.insertMany(rows, { ordered: false }));
    const unkept = new Map([...refused].map(([n, error]) => [chunks[n]?.files_id, error]));
    const uploadDate = new Date();
    const whole = originals.filter(({ id }) => !unkept.has(id)).map(({ id, bytes }) => ({ _id: id, length: bytes.byteLength, chunkSize: CHUNK_BYTES, uploadDate, filename: id }));
    for (const [n, error] of await refusedOf(whole, (rows) => this.files.insertMany(rows, { ordered: false }))) unkept.set(whole[n]?._id, error);
    return originals.map(({ id }) => unkept.get(id) ?? true);
  }

  /** Two questions at once for all, where the driver's own download asks one after the other for each. */
  private async readAll(ids: readonly string[]): Promise<{ bytes: Uint8Array | null }[]> {
    return guarded(PORT, async () => {
      const wanted = { $in: [...new Set(ids)] };
      const [files, chunks] = await Promise.all([this.files.find({ _id: wanted }, { projection: { length: 1 } }).toArray(), this.chunksOf(wanted)]);
      const lengths = new Map(files.map(({ _id, length }) => [_id, length]));
      // The entry was written after its pieces, and may have been read after them too.
      const late = files.filter(({ _id, length }) => bytesOf(chunks, _id).length !== length).map(({ _id }) => _id);
      const later = late.length === 0 ? chunks : await this.chunksOf({ $in: late });
      return ids.map((id) => ({ bytes: lengths.has(id) ? bytesOf(late.includes(id) ? later : chunks, id) : null }));
    });
  }

  /** In the order of their numbers. */
  private async chunksOf(ids: { $in: string[] }): Promise<Map<string, Uint8Array[]>> {
    const chunks = new Map<string, Uint8Array[]>();
    for await (const { files_id: id, data } of this.chunks.find({ files_id: ids }).sort({ files_id: 1, n: 1 })) chunks.set(id, [...(chunks.get(id) ?? []), data]);
    return chunks;
  }
}

const bytesOf = (chunks: ReadonlyMap<string, Uint8Array[]>, id: string): Buffer => Buffer.concat(chunks.get(id) ?? []);

function toChunks(id: string, bytes: Uint8Array): ChunkRow[] {
  const count = Math.ceil(bytes.byteLength / CHUNK_BYTES);
  return Array.from({ length: count }, (_, n) => ({ files_id: id, n, data: bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES) }));
}

/** What the server does not take, by its number. What is there already is as good as written. */
async function refusedOf<Row>(rows: readonly Row[], insert: (rows: readonly Row[]) => Promise<unknown>): Promise<Map<number, Error>> {
  if (rows.length === 0) return new Map();
  const failures = [...(await failuresOf(PORT, () => insert(rows)))];
  return new Map(failures.flatMap(([n, { kind, detail }]) => (kind === 'rejected' ? [[n, new Error(`${PORT}: ${detail}`)]] : [])));
}

function checkId(id: string): void {
  if (!/^[0-9a-f]{64}$/.test(id)) throw new Error(`not a sha-256 in hexadecimal: ${id}`);
}
