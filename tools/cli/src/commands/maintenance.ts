import type { Command } from 'commander';
import { jsonOption } from '../options.js';

export interface ReconcileOptions {
  repair?: boolean;
  json?: boolean;
}

export interface ReindexOptions {
  json?: boolean;
}

/** Commands that work on the stores themselves, by the settings of the profile. */
export function addMaintenance(program: Command): void {
  program
    .command('reindex')
    .description('build the search index anew from the article store, beside the live one, and exchange them; the embedded profile has to be stopped')
    .addOption(jsonOption())
    .action(async (options: ReindexOptions) => {
      const { reindex } = await import('../maintenance/reindex.js');
      await reindex(options);
    });
  program
    .command('reconcile')
    .description('compare article store and search index bucket by bucket; exit code 1 where they differ; the embedded profile has to be stopped')
    .option('--repair', 'write into the index what it lacks')
    .addOption(jsonOption())
    .action(async (options: ReconcileOptions) => {
      const { reconcileStores } = await import('../maintenance/reconcile.js');
      await reconcileStores(options);
    });
}
