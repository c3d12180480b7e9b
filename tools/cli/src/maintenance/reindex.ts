import { readSettings } from '@wenliu/platform';
import { openMaintenance } from '@wenliu/platform/cluster';
import { rebuildIndex } from '@wenliu/service-indexer/maintenance';
import { settingsSchema } from '@wenliu/standalone';
import type { ReindexOptions } from '../commands/maintenance.js';
import { reportFailure } from '../failures.js';
import { print, printJson } from '../output.js';
import { startProgress } from '../push/progress.js';

/** More than anyone reads; `--json` has them all. */
const FAILURES_SHOWN = 20;

export async function reindex(options: ReindexOptions): Promise<void> {
  const { articles, builder, close } = await openMaintenance(readSettings(settingsSchema, process.env, '.env'), true);
  try {
    const living = await articles.count();
    const building = await builder.startBuilding();
    const progress = startProgress('indexing', living);
    let done = 0;
    const failures = await rebuildIndex(articles, building, (n) => progress.to((done = n), `${n} of about ${living} articles`))
      .catch(async (error: unknown) => {
        await building.abandon().catch(() => undefined);
        throw error;
      })
      .finally(() => progress.stop());
    const old = await building.exchange();
    for (const index of old) await builder.remove(index);
    for (const { id, detail } of failures.slice(0, FAILURES_SHOWN)) reportFailure(`article ${id} is not searchable: ${detail}`);
    if (failures.length > FAILURES_SHOWN) reportFailure(`and ${failures.length - FAILURES_SHOWN} more: --json lists them all`);
    if (options.json === true) await printJson({ index: building.name, articles: done, failures, removed: old });
    else await print(`${building.name} is live with ${done - failures.length} articles, tombstones among them${old.length === 0 ? '' : `; removed ${old.join(', ')}`}\n`);
  } finally {
    await close();
  }
}
