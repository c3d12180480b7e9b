export { rebuildIndex, type Failure } from './rebuild-index.js';
export { reconcile, type Reconciled } from './reconcile.js';
