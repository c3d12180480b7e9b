import { createReadStream } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import type { Lane, ReceiptItem } from '@wenliu/contracts';
import { documentsOf, type IntakeItem } from './domain/intake.js';
import { resolveMediaType, type BodyKind } from './domain/media-type.js';

/** Folders of the inbox that are ours. */
const WORK = '.processing';
const OURS = new Set([WORK, 'done', 'failed']);
/** Batches are taken in portions of about this many bytes, cut between lines. */
const PORTION_BYTES = 2 * 1024 * 1024;

export interface InboxFile {
  /** Relative to the inbox; the name the document is received by. */
  name: string;
  lane: Lane;
}

export interface InboxOptions {
  folder: string;
  settleMs: number;
  maxBytes: number;
  /** What to do with the documents of a file. Rejects when it cannot be done now. */
  receive(items: readonly IntakeItem[], file: InboxFile): Promise<ReceiptItem[]>;
  now(): number;
}

export interface InboxProblem {
  source: string;
  detail: string;
}

/**
 * A folder as a way in. A file that has not changed for a while is claimed by renaming it into `.processing`, received, and moved
 * to `done` or, with a reason beside it, to `failed`. What a crash leaves in `.processing` is received again at the next start:
 * the ledger knows which of its documents were accepted. Hidden files and names that end in `.part`, `.tmp` or `~` are not looked at.
 */
export class Inbox {
  private readonly folder: string;

  constructor(private readonly options: InboxOptions) {
    this.folder = options.folder;
  }

  /** Takes what is there; returns the files that could not be read and will be tried again. Rejects when nothing can be received now. */
  async sweep(): Promise<InboxProblem[]> {
    const problems: InboxProblem[] = [];
    await mkdir(join(this.folder, WORK), { recursive: true });
    for (const name of await this.filesIn(join(this.folder, WORK))) await this.take(name, problems);
    for (const name of await this.filesIn(this.folder)) {
      try {
        // One of the same name that could not be read yet comes first, and must not be written over.
        if (!(await this.hasSettled(name)) || (await this.isTaken(join(WORK, name)))) continue;
        await this.move(name, join(WORK, name));
      } catch (error) {
        problems.push({ source: join(this.folder, name), detail: describe(error) });
        continue;
      }
      await this.take(name, problems);
    }
    return problems;
  }

  private async filesIn(folder: string): Promise<string[]> {
    const names: string[] = [];
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (entry.name.startsWith('.') || /(\.part|\.tmp|~)$/.test(entry.name)) continue;
      if (!entry.isDirectory()) names.push(entry.name);
      else if (folder !== this.folder || !OURS.has(entry.name)) {
        for (const inner of await this.filesIn(join(folder, entry.name))) names.push(join(entry.name, inner));
      }
    }
    return names.sort();
  }

  private async hasSettled(name: string): Promise<boolean> {
    const { mtimeMs, ctimeMs } = await stat(join(this.folder, name));
    return this.options.now() - Math.max(mtimeMs, ctimeMs) >= this.options.settleMs;
  }

  /** A claimed file to `done` or `failed`. */
  private async take(name: string, problems: InboxProblem[]): Promise<void> {
    const path = join(this.folder, WORK, name);
    const file: InboxFile = { name: name.split(sep).join('/'), lane: name.startsWith(`backfill${sep}`) ? 'backfill' : 'live' };
    let rejects: string[];
    try {
      // Opening tells an unreadable file from one that cannot be received.
      await (await open(path, 'r')).close();
      const kind = resolveMediaType(null, basename(name));
      const { size } = await stat(path);
      if (kind === null) rejects = ['the file name says nothing known: use .txt .md .html .json or .ndjson'];
      else if (kind.kind === 'document' && size > this.options.maxBytes) rejects = [`larger than ${this.options.maxBytes} bytes`];
      else rejects = await this.receiveFile(path, kind, file);
    } catch (error) {
      if (!isFileError(error)) throw error;
      problems.push({ source: join(this.folder, name), detail: describe(error) });
      return;
    }
    if (rejects.length === 0) return this.move(join(WORK, name), await this.free(join('done', name)));
    const target = await this.free(join('failed', name));
    await this.writeReason(`${target}.reason.txt`, rejects);
    return this.move(join(WORK, name), target);
  }

  /** The reason is there, whole, before the file it is for: whoever finds the one finds the other, also after a crash between them. */
  private async writeReason(name: string, rejects: readonly string[]): Promise<void> {
    const unfinished = `${name}.part`;
    await mkdir(dirname(join(this.folder, name)), { recursive: true });
    await writeFile(join(this.folder, unfinished), `${rejects.join('\n')}\n`);
    await this.move(unfinished, name);
  }

  /** The reasons of the items that were rejected. */
  private async receiveFile(path: string, kind: BodyKind, file: InboxFile): Promise<string[]> {
    const rejects: string[] = [];
    let count = 0;
    const hints = { publication: null, issueDate: null, page: null, url: null, revision: 1 };
    for await (const portion of kind.kind === 'batch' ? portionsOf(path) : wholeFile(path)) {
      const items = [...documentsOf(portion, kind, { name: file.name, hints })];
      const receipt = items.length === 0 ? [] : await this.options.receive(items, file);
      for (const item of receipt) if (item.outcome === 'rejected') rejects.push(`item ${count + item.index}: ${item.problem?.detail ?? 'rejected'}`);
      count += items.length;
    }
    return count === 0 ? ['the file is empty'] : rejects;
  }

  private async move(from: string, to: string): Promise<void> {
    const target = join(this.folder, to);
    await mkdir(dirname(target), { recursive: true });
    await rename(join(this.folder, from), target);
  }

  /** The name, or the name with a number where it is taken. */
  private async free(name: string): Promise<string> {
    for (let n = 0; ; n++) {
      const candidate = n === 0 ? name : `${name}.${n}`;
      if (!(await this.isTaken(candidate))) return candidate;
    }
  }

  /** A link to nothing is there too. */
  private isTaken(name: string): Promise<boolean> {
    return lstat(join(this.folder, name)).then(() => true, () => false);
  }
}

async function* wholeFile(path: string): AsyncGenerator<Uint8Array> {
  const chunks: Buffer[] = [];
  // A stream without encoding gives buffers.
  for await (const chunk of createReadStream(path)) chunks.push(chunk as Buffer);
  yield Buffer.concat(chunks);
}

async function* portionsOf(path: string): AsyncGenerator<Uint8Array> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: PORTION_BYTES })) {
    // A stream without encoding gives buffers.
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    const end = bytes.lastIndexOf(0x0a) + 1;
    if (end > 0) yield bytes.subarray(0, end);
    rest = bytes.subarray(end);
  }
  if (rest.length > 0) yield rest;
}

const isFileError = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'syscall' in error && 'code' in error && error.code !== 'ENOSPC';

const describe = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
