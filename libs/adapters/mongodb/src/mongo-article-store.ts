import { mongo } from 'mongoose';
import { ArticleStore, BucketSums, PortUnavailable, type ArticleEntry, type BucketChecksum, type StoreOutcome, type StoredArticle } from '@wenliu/ports';
import { ensureIndexes, type WantedIndex } from './indexes.js';
import { failuresOf, guarded } from './mongo-errors.js';
import { inRounds } from './in-rounds.js';

const PORT = 'article store';
/** The server's limit for one document. */
const LONGEST_BYTES = 16 * 1024 * 1024;
/** Another writer may overtake each time; so often in a row that something else is wrong. */
const MOST_TURNS = 50;

export interface ArticleRow {
  _id: string;
  version: number;
  documentId: string;
  contentHash: string;
  retracted: boolean;
  body: Uint8Array;
}

const INDEXES: readonly WantedIndex[] = [
  { name: 'retracted', key: { retracted: 1 } },
  // Holds all that checksums and entries need, so that no body is read for them.
  { name: 'states', key: { _id: 1, version: 1, contentHash: 1, retracted: 1 } },
];

type State = Pick<ArticleRow, '_id' | 'version' | 'contentHash'>;

/** A collection of articles by their id. Inserts first: most articles are new, and then nothing needs to be compared. */
export class MongoArticleStore extends ArticleStore {
  constructor(private readonly rows: mongo.Collection<ArticleRow>) {
    super();
  }

  static async open(db: mongo.Db): Promise<MongoArticleStore> {
    const rows = db.collection<ArticleRow>('articles');
    // The wider type only drops what is known of the documents.
    await ensureIndexes(PORT, rows as unknown as mongo.Collection, INDEXES);
    return new MongoArticleStore(rows);
  }

  override async put(articles: readonly StoredArticle[]): Promise<StoreOutcome[]> {
    const outcomes = new Array<StoreOutcome>(articles.length);
    for (const round of inRounds(articles, ({ id }) => id)) {
      const written = await this.putDistinct(round.map(({ item }) => item));
      for (const [i, { index }] of round.entries()) outcomes[index] = written[i] ?? { kind: 'rejected', detail: 'no outcome' };
    }
    return outcomes;
  }

  override async get(ids: readonly string[]): Promise<(StoredArticle | null)[]> {
    const found = await guarded(PORT, () => this.rows.find({ _id: { $in: [...new Set(ids)] } }).toArray());
    const byId = new Map(found.map((row) => [row._id, toArticle(row)]));
    return ids.map((id) => byId.get(id) ?? null);
  }

  override async scan(after: string | null, limit: number): Promise<StoredArticle[]> {
    const behind = after === null ? {} : { _id: { $gt: after } };
    const rows = await guarded(PORT, () => this.rows.find(behind).sort({ _id: 1 }).limit(limit).toArray());
    return rows.map(toArticle);
  }

  override async entries(after: string | null, limit: number): Promise<ArticleEntry[]> {
    const behind = after === null ? {} : { _id: { $gt: after } };
    const states = this.rows.find(behind, { projection: { version: 1, retracted: 1 } }).sort({ _id: 1 }).limit(limit);
    return (await guarded(PORT, () => states.toArray())).map(({ _id, version, retracted }) => ({ id: _id, version, deleted: retracted }));
  }

  override count(): Promise<number> {
    return guarded(PORT, () => this.rows.countDocuments({ retracted: false }));
  }

  override checksums(): Promise<BucketChecksum[]> {
    return guarded(PORT, async () => {
      const sums = new BucketSums();
      const states = this.rows.find({}, { projection: { version: 1, contentHash: 1 } }).sort({ _id: 1 });
      for await (const { _id, version, contentHash } of states.batchSize(5_000)) sums.add(_id, version, contentHash);
      return sums.checksums();
    });
  }

  override async close(): Promise<void> {
    // The connection is shared and closed by who opened it.
  }

  /** No id twice. */
  private async putDistinct(articles: readonly StoredArticle[]): Promise<StoreOutcome[]> {
    const rows = articles.map(toRow);
    const outcomes = rows.map((row): StoreOutcome => refuseIfTooLong(row) ?? { kind: 'written' });
    let open = rows.flatMap((row, index) => (outcomes[index]?.kind === 'written' ? [{ row, index }] : []));
    let write = (some: readonly ArticleRow[]): Promise<unknown> => this.rows.insertMany(some, { ordered: false });
    for (let turn = 0; open.length > 0; turn++) {
      if (turn === MOST_TURNS) throw new PortUnavailable(PORT, 'others write the same articles without end');
      const some = open;
      const failures = await failuresOf(PORT, () => write(some.map(({ row }) => row)));
      for (const [at, { kind, detail }] of failures) if (kind === 'rejected') outcomes[some[at]?.index ?? -1] = { kind, detail };
      const there = some.filter((_, at) => failures.get(at)?.kind === 'exists');
      const states = await this.states(there.map(({ row }) => row._id));
      // What an id has only grows: an article that is not newer now never will be.
      open = there.filter(({ row, index }) => (outcomes[index] = compare(row, states.get(row._id))).kind === 'written');
      write = (rest) => this.replaceOlder(rest);
    }
    return outcomes;
  }

  /** Fails with a duplicate key where what is there is not older: only that tells the outcome of each. */
  private replaceOlder(rows: readonly ArticleRow[]): Promise<unknown> {
    const operations = rows.map(({ _id, ...row }) => ({ replaceOne: { filter: { _id, version: { $lt: row.version } }, replacement: row, upsert: true } }));
    return this.rows.bulkWrite(operations, { ordered: false });
  }

  private async states(ids: readonly string[]): Promise<Map<string, State>> {
    if (ids.length === 0) return new Map();
    const projection = { version: 1, contentHash: 1 };
    const states = await guarded(PORT, () => this.rows.find<State>({ _id: { $in: [...ids] } }, { projection }).toArray());
    return new Map(states.map((state) => [state._id, state]));
  }
}

/** `written` where the row is newer than what is there and so has to be. */
function compare(row: ArticleRow, there: State | undefined): StoreOutcome {
  if (there === undefined || there.version < row.version) return { kind: 'written' };
  if (there.version > row.version) return { kind: 'older' };
  return { kind: there.contentHash === row.contentHash ? 'same' : 'conflict' };
}

function refuseIfTooLong(row: ArticleRow): StoreOutcome | null {
  const bytes = mongo.BSON.calculateObjectSize(row);
  return bytes <= LONGEST_BYTES ? null : { kind: 'rejected', detail: `an article of ${bytes} bytes; MongoDB takes ${LONGEST_BYTES}` };
}

const toRow = ({ id, version, documentId, contentHash, retracted, body }: StoredArticle): ArticleRow => ({
  _id: id, version, documentId, contentHash, retracted, body,
});

const toArticle = ({ _id, version, documentId, contentHash, retracted, body }: ArticleRow): StoredArticle => ({
  id: _id, version, documentId, contentHash, retracted, body,
});
