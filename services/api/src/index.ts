export type { About } from './about.js';
export * from './api.module.js';
export { apiSettings } from './api.settings.js';
export { forwardToIngest } from './forward-to-ingest.js';
export { describeApi, servePages } from './web-page.js';
