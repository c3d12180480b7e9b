import { integerSetting } from '@wenliu/platform';
import { z } from 'zod';

export const apiSettings = z.object({
  WENLIU_API_STREAM_BUFFER_KB: integerSetting(16, 65_536, 1_024).describe('A stream client that lets more than this pile up is cut off; it resumes with Last-Event-ID.'),
});
export type ApiSettings = z.infer<typeof apiSettings>;

/** Injectable form of the settings. */
export class ApiConfig {
  constructor(readonly values: ApiSettings) {}
}
