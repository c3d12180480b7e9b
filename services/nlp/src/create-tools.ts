import { createSegmenter, IdfTable, type SegmenterName } from '@wenliu/tokenizer';
import { NLP_REVISION, type TagTools } from './domain/tag-article.js';

export interface ToolOptions {
  segmenter: SegmenterName;
  /** Path, or null for the built-in dictionary alone. */
  userDictionary: string | null;
  /** From `loadIdf()`; one for all threads. */
  idf: SharedArrayBuffer;
}

export async function createTools(options: ToolOptions): Promise<TagTools> {
  const segmenter = await createSegmenter(options.segmenter, { userDictionary: options.userDictionary ?? undefined });
  return {
    segmenter,
    idf: new IdfTable(options.idf),
    stamp: { revision: NLP_REVISION, dictionary: segmenter.dictionary, segmenter: segmenter.name },
  };
}
