import { Client } from './client.js';
import { contentsOf, type Contents } from './contents.js';
import type { GeneratedDocument } from './documents.js';
import { eventually } from './eventually.js';
import type { Profile } from './profile.js';

const DRAIN_WITHIN_MS = 600_000;
const BATCH = 500;

/** What a server has to which nothing happens. */
export async function undisturbed(profile: Profile, documents: readonly GeneratedDocument[]): Promise<Contents> {
  const server = await profile.start();
  const client = new Client(server.url);
  for (let from = 0; from < documents.length; from += BATCH) await client.pushLines(documents.slice(from, from + BATCH).map(({ article }) => article));
  await drained(client);
  const contents = await contentsOf(client);
  await server.stop();
  return contents;
}

export const drained = (client: Client): Promise<true> =>
  eventually('nothing to wait', async () => ((await client.pipeline()).stages.every(({ lag }) => lag.live + lag.backfill === 0) ? true : null), DRAIN_WITHIN_MS);
