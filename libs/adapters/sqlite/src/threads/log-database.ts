import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Lane } from '@wenliu/contracts';
import type { LogRecord, OutgoingMessage, PartitionInfo, TopicSpec } from '@wenliu/ports';
import { checkSchemaVersion, durably, inTransaction, openDatabase } from '../database.js';

/** Partitions a lane: two, so that one is handled while the other commits. */
const PARTITIONS_PER_LANE = 2;
/** A read ends here even if more records were asked for: bounds memory when records are large. */
const READ_BYTES_LIMIT = 8 * 1024 * 1024;
const SCHEMA = `
CREATE TABLE IF NOT EXISTS partitions (
  pid INTEGER PRIMARY KEY, topic TEXT NOT NULL, partition INTEGER NOT NULL, lane TEXT NOT NULL,
  start INTEGER NOT NULL DEFAULT 0, next INTEGER NOT NULL DEFAULT 0, bytes INTEGER NOT NULL DEFAULT 0,
  UNIQUE (topic, partition));
CREATE TABLE IF NOT EXISTS topics (name TEXT PRIMARY KEY, max_age_ms INTEGER, max_bytes INTEGER);
CREATE TABLE IF NOT EXISTS committed (
  consumer_group TEXT NOT NULL, pid INTEGER NOT NULL, next INTEGER NOT NULL,
  PRIMARY KEY (consumer_group, pid)) WITHOUT ROWID;`;

/** What every group of the topic has read of a partition: one that has not committed here yet has read nothing. */
const READ_BY_ALL_SQL = `
SELECT min(coalesce(here.next, 0)) AS next
FROM (SELECT DISTINCT consumer_group FROM committed WHERE pid IN (
  SELECT sibling.pid FROM partitions p JOIN partitions sibling USING (topic) WHERE p.pid = ?)) AS readers
LEFT JOIN committed here ON here.consumer_group = readers.consumer_group AND here.pid = ?`;

interface Partition extends PartitionInfo {
  pid: number;
  bytes: number;
  insert: StatementSync;
  select: StatementSync;
}

export interface CommitRequest {
  group: string;
  topic: string;
  partition: number;
  next: number;
  outputs: OutgoingMessage[];
}

/** The log in one file: a table per partition, so that appending is always at the end of a b-tree. */
export class LogDatabase {
  private readonly db: DatabaseSync;
  private readonly byTopic = new Map<string, Partition[]>();
  private readonly retention = new Map<string, TopicSpec['retention']>();

  constructor(path: string) {
    this.db = openDatabase(path, { cacheMb: 4, checkpointPages: 2_000 });
    checkSchemaVersion(this.db, path, 1);
    this.db.exec(SCHEMA);
    for (const row of this.db.prepare('SELECT * FROM topics').all()) {
      const [age, bytes] = [row['max_age_ms'], row['max_bytes']];
      const retention = typeof age === 'number' && typeof bytes === 'number' ? { maxAgeMs: age, maxBytes: bytes } : null;
      this.retention.set(String(row['name']), retention);
    }
    for (const row of this.db.prepare('SELECT * FROM partitions ORDER BY topic, partition').all()) this.open(row);
  }

  createTopics(specs: readonly TopicSpec[]): void {
    for (const spec of specs) {
      this.retention.set(spec.name, spec.retention);
      inTransaction(this.db, () => {
        this.db
          .prepare('INSERT INTO topics VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET max_age_ms = excluded.max_age_ms, max_bytes = excluded.max_bytes')
          .run(spec.name, spec.retention?.maxAgeMs ?? null, spec.retention?.maxBytes ?? null);
        if (this.byTopic.has(spec.name)) return;
        for (let n = 0; n < 2 * PARTITIONS_PER_LANE; n++) this.create(spec.name, n);
      });
    }
  }

  append(messages: readonly OutgoingMessage[], now: number): string[] {
    return this.mayChangeCounters(() => durably(this.db, () => this.insertAll(messages, now)));
  }

  /** Outputs and the group's offset in one transaction. */
  commit(request: CommitRequest, now: number): string[] {
    return this.mayChangeCounters(() =>
      inTransaction(this.db, () => {
        const { pid } = this.partition(request.topic, request.partition);
        this.db.prepare('INSERT INTO committed VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET next = excluded.next').run(request.group, pid, request.next);
        return this.insertAll(request.outputs, now);
      }),
    );
  }

  read(topic: string, partition: number, offset: number, limit: number): LogRecord[] {
    const found = this.byTopic.get(topic)?.[partition];
    if (found === undefined) return [];
    const records: LogRecord[] = [];
    let bytes = 0;
    for (const row of found.select.iterate(offset, limit)) {
      const record = toRecord(found, topic, row);
      bytes += record.value.byteLength;
      if (records.length > 0 && bytes > READ_BYTES_LIMIT) break;
      records.push(record);
    }
    return records;
  }

  partitions(topic: string): PartitionInfo[] {
    return (this.byTopic.get(topic) ?? []).map(({ partition, lane, start, next }) => ({ partition, lane, start, next }));
  }

  topics(prefix: string): string[] {
    return [...this.byTopic.keys()].filter((name) => name.startsWith(prefix)).sort();
  }

  committed(group: string, topic: string): Map<number, number> {
    const sql = 'SELECT p.partition, c.next FROM committed c JOIN partitions p USING (pid) WHERE c.consumer_group = ? AND p.topic = ?';
    return new Map(this.db.prepare(sql).all(group, topic).map((row) => [Number(row['partition']), Number(row['next'])]));
  }

  offsetsAt(topic: string, time: number): Map<number, number> {
    const found = this.byTopic.get(topic) ?? [];
    return new Map(found.map(({ partition, pid, next }) => [partition, this.firstSince(pid, time) ?? next]));
  }

  /** At most `limit` records a call, so that writers wait for milliseconds; `true` when there is more to remove. */
  retain(now: number, limit: number): boolean {
    let more = false;
    for (const [topic, partitions] of this.byTopic) {
      const rule = this.retention.get(topic) ?? null;
      if (rule === null) continue;
      for (const partition of partitions) more = this.retainPartition(partition, rule, partitions.length, now, limit) || more;
    }
    return more;
  }

  close(): void {
    this.db.close();
  }

  private retainPartition(p: Partition, rule: NonNullable<TopicSpec['retention']>, shares: number, now: number, limit: number): boolean {
    const read = this.db.prepare(READ_BY_ALL_SQL).get(p.pid, p.pid)?.['next'];
    const bound = typeof read === 'number' ? read : p.next;
    const rows = this.db
      .prepare(`SELECT offset, appended_at, length(value) AS bytes FROM log_${p.pid} WHERE offset < ? ORDER BY offset LIMIT ?`)
      .all(bound, limit);
    let [bytes, next] = [p.bytes, p.start];
    for (const row of rows) {
      if (Number(row['appended_at']) >= now - rule.maxAgeMs && bytes <= rule.maxBytes / shares) break;
      bytes -= Number(row['bytes']);
      next = Number(row['offset']) + 1;
    }
    if (next === p.start) return false;
    inTransaction(this.db, () => {
      this.db.prepare(`DELETE FROM log_${p.pid} WHERE offset < ?`).run(next);
      this.db.prepare('UPDATE partitions SET start = ?, bytes = ? WHERE pid = ?').run(next, bytes, p.pid);
    });
    const removedAll = next - p.start === rows.length;
    [p.start, p.bytes] = [next, bytes];
    return removedAll && rows.length === limit;
  }

  private firstSince(pid: number, time: number): number | undefined {
    const row = this.db.prepare(`SELECT min(offset) AS offset FROM log_${pid} WHERE appended_at >= ?`).get(time);
    return typeof row?.['offset'] === 'number' ? row['offset'] : undefined;
  }

  private insertAll(messages: readonly OutgoingMessage[], now: number): string[] {
    const touched = new Set<Partition>();
    for (const message of messages) {
      const partition = this.partitionFor(message);
      partition.insert.run(partition.next, now, message.key, JSON.stringify(message.headers), message.value);
      partition.next++;
      partition.bytes += message.value.byteLength;
      touched.add(partition);
    }
    const update = this.db.prepare('UPDATE partitions SET next = ?, bytes = ? WHERE pid = ?');
    for (const { next, bytes, pid } of touched) update.run(next, bytes, pid);
    return [...new Set(messages.map((message) => message.topic))];
  }

  /** The counters in memory are ahead of the file while a transaction runs: a rollback takes them back. */
  private mayChangeCounters<T>(act: () => T): T {
    const before = [...this.byTopic.values()].flat().map((p) => [p, p.next, p.bytes] as const);
    try {
      return act();
    } catch (error) {
      for (const [p, next, bytes] of before) [p.next, p.bytes] = [next, bytes];
      throw error;
    }
  }

  private partitionFor(message: OutgoingMessage): Partition {
    const base = message.lane === 'live' ? 0 : PARTITIONS_PER_LANE;
    return this.partition(message.topic, base + (hash(message.key) % PARTITIONS_PER_LANE));
  }

  private partition(topic: string, partition: number): Partition {
    const found = this.byTopic.get(topic)?.[partition];
    if (found === undefined) throw new Error(`topic ${topic} has no partition ${partition}: create the topic first`);
    return found;
  }

  private create(topic: string, partition: number): void {
    const lane: Lane = partition < PARTITIONS_PER_LANE ? 'live' : 'backfill';
    const row = this.db.prepare('INSERT INTO partitions (topic, partition, lane) VALUES (?, ?, ?) RETURNING *').get(topic, partition, lane);
    if (row === undefined) throw new Error(`partition ${topic}/${partition} was not created`);
    this.open(row);
  }

  private open(row: Record<string, unknown>): void {
    const pid = Number(row['pid']);
    this.db.exec(
      `CREATE TABLE IF NOT EXISTS log_${pid} (offset INTEGER PRIMARY KEY, appended_at INTEGER NOT NULL, key TEXT NOT NULL, headers TEXT NOT NULL, value BLOB NOT NULL)`,
    );
    const topic = String(row['topic']);
    const siblings = this.byTopic.get(topic) ?? [];
    siblings.push({
      pid,
      partition: Number(row['partition']),
      lane: row['lane'] === 'live' ? 'live' : 'backfill',
      start: Number(row['start']),
      next: Number(row['next']),
      bytes: Number(row['bytes']),
      insert: this.db.prepare(`INSERT INTO log_${pid} VALUES (?, ?, ?, ?, ?)`),
      select: this.db.prepare(`SELECT * FROM log_${pid} WHERE offset >= ? ORDER BY offset LIMIT ?`),
    });
    this.byTopic.set(topic, siblings);
  }
}

function toRecord(found: Partition, topic: string, row: Record<string, unknown>): LogRecord {
  return {
    topic,
    partition: found.partition,
    lane: found.lane,
    offset: Number(row['offset']),
    key: String(row['key']),
    // Written by insertAll above: an object of strings.
    headers: JSON.parse(String(row['headers'])) as Record<string, string>,
    // A BLOB column that is never null.
    value: row['value'] as Uint8Array,
    appendedAt: Number(row['appended_at']),
  };
}

/** FNV-1a, 32 bits: spreads keys over partitions. */
function hash(key: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
