import { readSettings } from '@wenliu/platform';
import { openMaintenance } from '@wenliu/platform/cluster';
import { reconcile, type Reconciled } from '@wenliu/service-indexer/maintenance';
import { settingsSchema } from '@wenliu/standalone';
import type { ReconcileOptions } from '../commands/maintenance.js';
import { reportFailure } from '../failures.js';
import { print, printJson } from '../output.js';
import { startProgress } from '../push/progress.js';

export async function reconcileStores(options: ReconcileOptions): Promise<void> {
  const { articles, search, close } = await openMaintenance(readSettings(settingsSchema, process.env, '.env'), false);
  try {
    const progress = startProgress('comparing', 256);
    const result = await reconcile(articles, search, {
      repair: options.repair === true,
      progress: (buckets) => progress.to(buckets, `${buckets} of 256 buckets`),
    }).finally(() => progress.stop());
    if (options.json === true) await printJson(result);
    else await print(render(result));
    const left = result.behind.length - result.repaired;
    if (left > 0) reportFailure(options.repair === true ? `${left} could not be written` : `${left} are missing or older in the index: --repair writes them`);
    if (result.ahead.length > 0) reportFailure(`${result.ahead.length} are newer in the index than in the store, or only there: "wenliu reindex" builds the index from the store`);
  } finally {
    await close();
  }
}

function render({ store, index, buckets, behind, ahead, repaired }: Reconciled): string {
  const lines = buckets.map(({ bucket, store, index, differences }) => `  bucket ${bucket.toString(16).padStart(2, '0')}: ${store} in the store, ${index} in the index, ${differences.length} differ`);
  const found = behind.length + ahead.length;
  const summary = found === 0 ? 'they agree' : `${behind.length} behind in the index, ${ahead.length} ahead of the store, ${repaired} repaired`;
  return `${[`${store} articles in the store, ${index} in the index, tombstones among them: ${summary}`, ...lines].join('\n')}\n`;
}
