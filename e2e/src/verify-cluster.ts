import { faultsBetweenStores } from './both-stores.js';
import type { Client } from './client.js';
import { contentsOf, type Contents } from './contents.js';
import { drained } from './undisturbed.js';

/** Documents asked for side by side. */
const AT_ONCE = 8;
/**
 * Asked for one by one; of the others their articles are compared, with all the rest. The stand-in for MongoDB reads through the whole
 * ledger for each question: with 20,000 documents, a second.
 */
const ASKED_FOR = 300;
const DONE_WITHIN_MS = 120_000;

export interface Verifying {
  client: Client;
  namespace: string;
  /** Of documents that were acknowledged. */
  ids: ReadonlySet<string>;
  documents: number;
  expected: Contents;
}

/** Waits until nothing is under way, and says what is not as it must be. */
export async function verifyCluster({ client, namespace, ids, documents, expected }: Verifying): Promise<string[]> {
  await drained(client);
  const faults: string[] = [];
  if (ids.size !== documents) faults.push(`${ids.size} documents were acknowledged, not ${documents}`);
  faults.push(...(await undone(client, ids)));
  const contents = await contentsOf(client);
  if (contents.repeated.length > 0) faults.push(`${contents.repeated.length} articles are found twice`);
  faults.push(...lost(expected, contents));
  if (contents.checksum !== expected.checksum) faults.push(`the contents are not those of a run without faults: ${contents.checksum}, ${expected.checksum}`);
  const status = await client.pipeline();
  if (status.articles !== expected.ids.length) faults.push(`${status.articles} articles are counted, not ${expected.ids.length}`);
  if (status.documents !== documents) faults.push(`${status.documents} documents are counted, not ${documents}`);
  if (status.quarantined !== 0) faults.push(`${status.quarantined} messages are in quarantine`);
  if (status.problems.length > 0) faults.push(`problems: ${JSON.stringify(status.problems)}`);
  faults.push(...(await faultsBetweenStores(namespace, expected.ids.length)));
  return faults;
}

async function undone(client: Client, ids: ReadonlySet<string>): Promise<string[]> {
  const faults: string[] = [];
  const every = Math.max(1, Math.floor(ids.size / ASKED_FOR));
  const queue = [...ids].filter((_, i) => i % every === 0).values();
  const worker = async (): Promise<void> => {
    for (const id of queue) {
      const fault = await client.until([id], 'done', DONE_WITHIN_MS).then(
        ([view]) => (view?.articles.length === 1 ? null : `document ${id} has ${view?.articles.length ?? 0} articles`),
        (error: unknown) => String(error),
      );
      if (fault !== null) faults.push(fault);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return faults;
}

function lost(expected: Contents, found: Contents): string[] {
  const versions = new Map(found.articles.map(({ id, version }) => [id, version]));
  return expected.articles
    .filter(({ id, version }) => versions.get(id) !== version)
    .map(({ id, version }) => `${id} has version ${versions.get(id) ?? 'none'}, not ${version}`);
}
