import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { resolveMediaType, type BodyKind } from '@wenliu/service-ingest/offline';
import { reportFailure } from '../failures.js';
import { readExport } from '../export/export-folder.js';
import { describeFileError, isFileError } from '../input/read-input.js';

export interface PushFile {
  /** As given, or below a folder that was given; `-` is stdin. */
  path: string;
  /** What the server shall know it by: without the folders of this machine. Empty where it has none. */
  name: string;
  kind: BodyKind;
  contentType: string;
  bytes: number;
  mtimeMs: number;
  /** What is known of this very file; goes before what is said of all. */
  parameters?: Readonly<Record<string, string>>;
}

export interface FoundFiles {
  files: PushFile[];
  unreadable: number;
  /** Files of folders whose names say nothing known. */
  passedOver: string[];
}

const NAME_SAYS_NOTHING = 'the name says nothing known: name it .txt .md .html .json or .ndjson, or say --type';

/** The files of all paths, folders in the order of names, hidden files left out. What cannot be read is named. */
export async function findFiles(paths: readonly string[], type: string | undefined): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], unreadable: 0, passedOver: [] };
  const fail = (path: string, detail: string): void => {
    found.unreadable += 1;
    reportFailure(`${path}: ${detail}`);
  };

  const visit = async (path: string, root: string): Promise<void> => {
    try {
      const { size, mtimeMs, isDirectory } = await statOf(path);
      if (isDirectory) {
        const exported = await readExport(path);
        if (exported !== null) return void found.files.push(...exported);
        for (const name of await namesIn(path)) await visit(join(path, name), root);
        return;
      }
      const contentType = type ?? contentTypeOf(path);
      const kind = contentType === null ? null : resolveMediaType(contentType, null);
      if (kind !== null && contentType !== null) found.files.push({ path, name: nameOf(path, root), kind, contentType, bytes: size, mtimeMs });
      else if (path === root) fail(path, type === undefined ? NAME_SAYS_NOTHING : `${type} is no type the server takes`);
      else found.passedOver.push(path);
    } catch (error) {
      if (!isFileError(error)) throw error;
      fail(path, describeFileError(error));
    }
  };
  for (const path of paths) await visit(path, path);
  return found;
}

/** The media type the server shall be told; `null` where the name says nothing. */
function contentTypeOf(path: string): string | null {
  if (path === '-') return 'application/x-ndjson';
  const kind = resolveMediaType(null, path);
  if (kind === null) return null;
  return kind.kind === 'batch' ? 'application/x-ndjson' : kind.mediaType;
}

const nameOf = (path: string, root: string): string => (path === root ? basename(path) : relative(root, path).split(sep).join('/'));

async function statOf(path: string): Promise<{ size: number; mtimeMs: number; isDirectory: boolean }> {
  if (path === '-') return { size: 0, mtimeMs: 0, isDirectory: false };
  const stats = await stat(path);
  return { size: stats.size, mtimeMs: Math.round(stats.mtimeMs), isDirectory: stats.isDirectory() };
}

/** Links to folders are not followed, so no folder is read twice. */
async function namesIn(folder: string): Promise<string[]> {
  const names: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const isFolderLink = entry.isSymbolicLink() && (await stat(join(folder, entry.name)).catch(() => null))?.isDirectory() === true;
    if (!isFolderLink) names.push(entry.name);
  }
  return names.sort();
}
