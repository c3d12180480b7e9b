import { STAGES, TOPICS } from '@wenliu/contracts';
import { quarantineTopicsOf } from '@wenliu/pipeline';
import type { TopicSpec } from '@wenliu/ports';
import type { PlatformSettings } from './platform.settings.js';

/** Every topic of the pipeline. Dead letters are kept for good. */
export function topicSpecs(settings: PlatformSettings): TopicSpec[] {
  const retention = {
    maxAgeMs: settings.WENLIU_LOG_RETENTION_AGE_HOURS * 3_600_000,
    maxBytes: settings.WENLIU_LOG_RETENTION_SIZE_MB * 1024 * 1024,
  };
  return [
    ...TOPICS.map(({ name }) => ({ name, retention })),
    ...quarantineTopicsOf(STAGES).map((name) => ({ name, retention: null })),
  ];
}
