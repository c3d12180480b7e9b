import { apiSettings } from '@wenliu/service-api';
import { ingestSettings } from '@wenliu/service-ingest';
import { nlpSettings } from '@wenliu/service-nlp';
import { clusterSettings, platformSettings } from '@wenliu/platform';
import { z } from 'zod';

/** The settings of every service, for docs/config.md too. */
export const SETTINGS = { platform: platformSettings, ingest: ingestSettings, nlp: nlpSettings, api: apiSettings, cluster: clusterSettings };

/** One schema for both profiles and every role, so that one `.env` serves them all. */
export const settingsSchema = z.object({
  ...platformSettings.shape,
  ...ingestSettings.shape,
  ...nlpSettings.shape,
  ...apiSettings.shape,
  ...clusterSettings.shape,
});
export type Settings = z.infer<typeof settingsSchema>;
