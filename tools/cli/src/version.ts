import { createRequire } from 'node:module';

// The package's own manifest, which npm guarantees to hold a version.
export const { version } = createRequire(import.meta.url)('../package.json') as { version: string };
