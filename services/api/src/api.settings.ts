import { integerSetting } from '@wenliu/platform';
import { z } from 'zod';

export const apiSettings = z.object({
  WENLIU_API_STREAM_BUFFER_KB: integerSetting(16, 65_536, 1_024).describe('A stream client that lets more than this pile up is cut off; it resumes with Last-Event-ID.'),
  WENLIU_API_INGEST_URL: z
    .url({ protocol: /^https?$/, error: 'begins with http:// or https://' })
    .optional()
    .describe('Where ingest runs if not beside the api: documents and reprocessing sent to the api go on to it. Not set: the api takes none.'),
});
export type ApiSettings = z.infer<typeof apiSettings>;

/** Injectable form of the settings. */
export class ApiConfig {
  constructor(readonly values: ApiSettings) {}
}
