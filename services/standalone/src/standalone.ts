import { openEmbedded } from '@wenliu/platform';
import { ROLES } from './roles.js';
import { startApp, type RunningApp } from './start-app.js';
import type { Settings } from './settings.js';

export interface StandaloneOptions {
  settings: Settings;
  version: string;
  /** The built web page. */
  webFolder: string;
}

/** Opens the data, starts all services in this process, and resolves when documents are taken in and queries answered. */
export async function startStandalone({ settings, version, webFolder }: StandaloneOptions): Promise<RunningApp> {
  const ports = await openEmbedded(settings.WENLIU_DATA);
  return startApp({ roles: ROLES, settings, ports, about: { version, profile: 'embedded' }, webFolder });
}
