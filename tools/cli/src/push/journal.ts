import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rm, type FileHandle } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';

/** What the server has acknowledged: a file, or the part of one from one byte to another. */
const Acknowledged = z.object({
  path: z.string(),
  bytes: z.int(),
  mtimeMs: z.int(),
  from: z.int(),
  to: z.int(),
  lines: z.int(),
  ids: z.array(z.string()),
});
export type Acknowledged = z.infer<typeof Acknowledged>;

export type Place = Pick<Acknowledged, 'path' | 'bytes' | 'mtimeMs' | 'from'>;

/** What was acknowledged so far, one JSON object a line, so that an interrupted push goes on where it stopped. */
export class Journal {
  private constructor(
    readonly file: string,
    private readonly entries: Map<string, Acknowledged>,
    private readonly handle: FileHandle,
  ) {}

  static async open(file: string): Promise<Journal> {
    await mkdir(dirname(resolve(file)), { recursive: true });
    const text = await readFile(file, 'utf8').catch(() => '');
    const handle = await open(file, 'a', 0o600);
    // A kill may have cut the last line short.
    if (text !== '' && !text.endsWith('\n')) await handle.appendFile('\n');
    return new Journal(file, parseJournal(text), handle);
  }

  get size(): number {
    return this.entries.size;
  }

  get last(): Acknowledged | undefined {
    return [...this.entries.values()].at(-1);
  }

  /** Only of the very same file: another size or time is another file. */
  find(place: Place): Acknowledged | undefined {
    return this.entries.get(keyOf(place));
  }

  async add(entry: Acknowledged): Promise<void> {
    this.entries.set(keyOf(entry), entry);
    await this.handle.appendFile(`${JSON.stringify(entry)}\n`);
  }

  async clear(): Promise<void> {
    this.entries.clear();
    await this.handle.truncate(0);
  }

  async close(): Promise<void> {
    await this.handle.close();
  }

  async remove(): Promise<void> {
    await rm(this.file, { force: true });
  }
}

/** Lines that are broken say nothing: what they said is sent again, and the server knows it. */
function parseJournal(text: string): Map<string, Acknowledged> {
  const entries = new Map<string, Acknowledged>();
  for (const line of text.split('\n')) {
    const parsed = Acknowledged.safeParse(parseJson(line));
    if (parsed.success) entries.set(keyOf(parsed.data), parsed.data);
  }
  return entries;
}

/** One file for one push: the same paths to the same server with the same options. */
export function defaultJournal(push: readonly unknown[]): string {
  const name = createHash('sha256').update(JSON.stringify(push)).digest('hex').slice(0, 16);
  return join(homedir(), '.wenliu', 'push', `${name}.jsonl`);
}

const keyOf = ({ path, bytes, mtimeMs, from }: Place): string => JSON.stringify([resolve(path), bytes, mtimeMs, from]);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
