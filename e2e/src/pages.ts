import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../seeds/', import.meta.url));

export interface Page {
  name: string;
  path: string;
  type: string;
  bytes: Buffer;
  /** Sha-256 of the bytes: the id that the document must get. */
  id: string;
  lines: string[];
}

export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The sample pages of the project. */
export const PAGES: readonly Page[] = readdirSync(FOLDER)
  .filter((name) => /\.(txt|md)$/.test(name))
  .sort()
  .map((name) => {
    const bytes = readFileSync(FOLDER + name);
    const type = name.endsWith('.md') ? 'text/markdown' : 'text/plain';
    return { name, path: FOLDER + name, type, bytes, id: sha256(bytes), lines: bytes.toString('utf8').split(/\r?\n/) };
  });

export function page(name: string): Page {
  const found = PAGES.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no sample page ${name}`);
  return found;
}
