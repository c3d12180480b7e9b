import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Receipt, type ReceiptItem } from '@wenliu/contracts';
import { Refused, type ApiClient } from '../api-client.js';
import { halve, lineOfItem, type Batch } from './batches.js';
import type { Delivery } from './deliveries.js';
import type { PushFile } from './find-files.js';
import { patiently, type Patience } from './patiently.js';

/** Smaller bodies gain nothing. */
const COMPRESS_FROM = 1024;
/** The server refuses bodies that grow more than 200-fold; well below that, compression is left out. */
const HIGHEST_RATIO = 100;
/** Said about this one document. Anything else is about the request and would meet every other one too. */
const ABOUT_THE_DOCUMENT = new Set([413, 415, 422, 500]);

const compress = promisify(gzip);

export interface Answer {
  /** Where it stands, for people: the file, with the line of a batch. */
  place: string;
  item: Omit<ReceiptItem, 'index'>;
}

export interface Deliverer {
  client: ApiClient;
  /** Lane, source and hints, the same for all. */
  query: URLSearchParams;
  patience: Patience;
}

/** Sends one delivery until the server has answered for each of its items. */
export async function deliver({ file, batch }: Delivery, to: Deliverer): Promise<Answer[]> {
  const placeOf = (index: number): string => (file.kind.kind === 'batch' ? `${file.path}:${lineOfItem(batch, index)}` : file.path);
  try {
    const { items } = await patiently(() => post(file, batch, to), to.patience);
    return items.map(({ index, ...item }) => ({ place: item.outcome === 'rejected' ? placeOf(index) : file.path, item }));
  } catch (error) {
    if (!(error instanceof Refused) || error.problem === null || !ABOUT_THE_DOCUMENT.has(error.status)) throw error;
    const halves = error.status === 413 && file.kind.kind === 'batch' ? halve(batch) : null;
    if (halves === null) return [{ place: placeOf(0), item: { id: null, outcome: 'rejected', problem: error.problem } }];
    const answers: Answer[] = [];
    for (const half of halves) answers.push(...(await deliver({ file, batch: half }, to)));
    return answers;
  }
}

async function post({ path, name, contentType, parameters: own = {} }: PushFile, { bytes }: Batch, { client, query }: Deliverer): Promise<Receipt> {
  const compressed = bytes.length < COMPRESS_FROM ? null : await compress(bytes);
  const pays = compressed !== null && compressed.length * HIGHEST_RATIO > bytes.length && compressed.length < bytes.length;
  const parameters = new URLSearchParams(query);
  if (path !== '-' && name !== '') parameters.set('name', name);
  for (const [key, value] of Object.entries(own)) parameters.set(key, value);
  const response = await client.send(`/v1/documents?${parameters}`, {
    method: 'POST',
    headers: { 'content-type': contentType, ...(pays ? { 'content-encoding': 'gzip' } : {}) },
    body: new Uint8Array(pays ? compressed : bytes),
  });
  return client.read(response, Receipt);
}
