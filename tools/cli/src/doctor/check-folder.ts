import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fail, ok, warn, type Check } from './check.js';

const GIB = 1024 ** 3;
/** A hundred thousand articles take about 2 GB with originals, log, store and index. */
const COMFORTABLE_BYTES = 2 * GIB;
/** Below this a start and its write-ahead logs may already fill the disk. */
const LEAST_BYTES = 0.2 * GIB;

/** The data folder, or the folder it will be made in: may it be written, and is there room? Makes nothing. */
export async function checkFolder(data: string): Promise<Check[]> {
  const folder = resolve(data);
  const existing = await nearestExisting(folder);
  return [await checkWritable(folder, existing), await checkRoom(existing)];
}

async function checkWritable(folder: string, existing: string): Promise<Check> {
  const todo = 'name a folder of yours with WENLIU_DATA or --data, or change its owner';
  if (!(await stat(existing)).isDirectory()) return fail('data', `${existing} is no folder`, todo);
  try {
    await access(existing, constants.W_OK | constants.X_OK);
    return ok('data', folder === existing ? folder : `${folder} (will be made)`);
  } catch {
    return fail('data', `${existing} may not be written by this user`, todo);
  }
}

async function checkRoom(folder: string): Promise<Check> {
  const { bavail, bsize } = await statfs(folder);
  return judgeRoom(bavail * bsize);
}

export function judgeRoom(bytes: number): Check {
  const detail = `${(bytes / GIB).toFixed(1)} GB free`;
  if (bytes >= COMFORTABLE_BYTES) return ok('disk', detail);
  const todo = 'free some space, or name a folder on another disk with WENLIU_DATA';
  return bytes >= LEAST_BYTES ? warn('disk', detail, todo) : fail('disk', detail, todo);
}

async function nearestExisting(folder: string): Promise<string> {
  const exists = await stat(folder).then(
    () => true,
    () => false,
  );
  const parent = dirname(folder);
  return exists || parent === folder ? folder : nearestExisting(parent);
}
