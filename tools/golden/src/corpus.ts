import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DocumentReceived } from '@wenliu/contracts';
import { documentId, resolveMediaType, splitDocument, type SplitResult } from '@wenliu/service-ingest/offline';
import { Gold } from './gold.js';

/** A page with what is right about it and what the splitter makes of it. */
export interface Page {
  /** The file's name without its ending. */
  name: string;
  gold: Gold;
  text: string;
  result: SplitResult;
}

/** Reads and splits every page of the folder `pages` that has a `.json` in the folder `gold`. */
export async function readPages({ pages, gold }: { pages: string; gold: string }): Promise<Page[]> {
  const names = (await readdir(gold)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map(async (name) => readPage(pages, Gold.parse(JSON.parse(await readFile(join(gold, name), 'utf8'))))));
}

async function readPage(folder: string, gold: Gold): Promise<Page> {
  const bytes = await readFile(join(folder, gold.file));
  const name = basename(gold.file);
  return { name: name.replace(/\.\w+$/, ''), gold, text: bytes.toString('utf8'), result: split(bytes, name) };
}

/** As `wenliu split` does it: nothing is received, so it is the beginning of time. */
export function split(bytes: Buffer, name: string): SplitResult {
  const kind = resolveMediaType(null, name);
  if (kind?.kind !== 'document') throw new Error(`${name}: a page is a .txt, .md or .html`);
  const received: DocumentReceived = {
    id: documentId(bytes),
    name,
    mediaType: kind.mediaType,
    encoding: kind.charset,
    bytes: bytes.length,
    source: { id: 'golden', kind: 'cli', name: 'golden corpus' },
    lane: 'live',
    hints: { publication: null, issueDate: null, page: null, url: null, revision: 1 },
    receivedAt: '1970-01-01T00:00:00Z',
    reprocess: false,
  };
  return splitDocument(received, bytes);
}
