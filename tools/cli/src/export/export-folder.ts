import { appendFile, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DocumentReceived } from '@wenliu/contracts';
import type { PushFile } from '../push/find-files.js';
import { CommandFailed } from '../failures.js';

/** First line of the list: what the folder is. */
const HEADER = { wenliuExport: 1 };
const LIST = 'documents.ndjson';
const ORIGINALS = 'originals';

/**
 * A folder with the originals of a Wenliu and, a line each, what was said of them when they were handed in. Pushed into another one
 * it gives the same documents and articles.
 */
export class ExportFolder {
  private constructor(
    private readonly folder: string,
    private readonly listed: Set<string>,
  ) {}

  /** Goes on with what an earlier run began. */
  static async open(folder: string): Promise<ExportFolder> {
    await mkdir(join(folder, ORIGINALS), { recursive: true });
    const text = await readText(join(folder, LIST));
    const there = text === '' ? [] : parseList(text, folder);
    if (there === null) throw new CommandFailed(`${join(folder, LIST)} is something else: choose another folder`);
    // Written anew: a last line that was cut by a kill would spoil the next one.
    await writeFile(join(folder, LIST), [HEADER, ...there].map((line) => `${JSON.stringify(line)}\n`).join(''));
    return new ExportFolder(folder, new Set(there.map(({ id }) => id)));
  }

  has(id: string): boolean {
    return this.listed.has(id);
  }

  /** The original first: what is listed is there whole. */
  async add(document: DocumentReceived, original: Uint8Array): Promise<void> {
    const path = originalPath(this.folder, document.id);
    await writeFile(`${path}.part`, original);
    await rename(`${path}.part`, path);
    await appendFile(join(this.folder, LIST), `${JSON.stringify(document)}\n`);
    this.listed.add(document.id);
  }
}

/** The documents of such a folder as files to push; `null` where it is another kind of folder. */
export async function readExport(folder: string): Promise<PushFile[] | null> {
  const documents = parseList(await readText(join(folder, LIST)), folder);
  return documents === null ? null : Promise.all(documents.map((document) => toPushFile(folder, document)));
}

async function toPushFile(folder: string, document: DocumentReceived): Promise<PushFile> {
  const path = originalPath(folder, document.id);
  const { size, mtimeMs } = await stat(path);
  const { name, mediaType, encoding, source, hints } = document;
  const { publication, issueDate, page, url, revision } = hints;
  // An inbox or a file of the other machine means nothing here.
  const sourceKind = source.kind === 'http' || source.kind === 'seed' ? source.kind : 'cli';
  const known = { source: source.id, sourceKind, publication, issueDate, page, url, revision: String(revision) };
  return {
    path,
    name: name ?? '',
    kind: { kind: 'document', mediaType, charset: encoding },
    contentType: encoding === null ? mediaType : `${mediaType}; charset=${encoding}`,
    bytes: size,
    mtimeMs: Math.round(mtimeMs),
    parameters: Object.fromEntries(Object.entries(known).flatMap(([key, value]) => (value === null ? [] : [[key, value]]))),
  };
}

const originalPath = (folder: string, id: string): string => join(folder, ORIGINALS, id);

const readText = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');

/** `null` where the text is no list of an export. */
function parseList(text: string, folder: string): DocumentReceived[] | null {
  const [header, ...lines] = text.split('\n');
  if (header !== JSON.stringify(HEADER)) return null;
  // A last line without end was cut by a kill: its document comes again.
  return lines.slice(0, -1).map((line, n) => parseLine(line, `${join(folder, LIST)}:${n + 2}`));
}

function parseLine(line: string, place: string): DocumentReceived {
  try {
    return DocumentReceived.parse(JSON.parse(line));
  } catch {
    throw new CommandFailed(`${place} is not a document of an export: remove the line, or the folder, and export again`);
  }
}
