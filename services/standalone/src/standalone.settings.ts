import { apiSettings } from '@wenliu/service-api';
import { ingestSettings } from '@wenliu/service-ingest';
import { nlpSettings } from '@wenliu/service-nlp';
import { platformSettings } from '@wenliu/platform';
import { z } from 'zod';

/** The settings of every service, for docs/config.md too. */
export const SETTINGS = { platform: platformSettings, ingest: ingestSettings, nlp: nlpSettings, api: apiSettings };

export const standaloneSettings = z.object({
  ...platformSettings.shape,
  ...ingestSettings.shape,
  ...nlpSettings.shape,
  ...apiSettings.shape,
});
export type StandaloneSettings = z.infer<typeof standaloneSettings>;
