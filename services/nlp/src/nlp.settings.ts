import { integerSetting } from '@wenliu/platform';
import { SEGMENTER_NAMES } from '@wenliu/tokenizer';
import { z } from 'zod';

export const nlpSettings = z.object({
  WENLIU_NLP_SEGMENTER: z
    .enum(SEGMENTER_NAMES)
    .default('nodejs-jieba')
    .describe('Word segmenter: nodejs-jieba takes 280 MB a worker, node-rs-jieba 60 MB.'),
  WENLIU_NLP_WORKERS: integerSetting(1, 64, 2).describe('Threads that segment and tag.'),
  WENLIU_NLP_DICTIONARY: z
    .string()
    .optional()
    .describe('File of words of your own, one a line: `word [frequency] [tag]`. Read at start.'),
});
export type NlpSettings = z.infer<typeof nlpSettings>;
