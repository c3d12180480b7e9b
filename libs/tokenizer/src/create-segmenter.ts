import { readUserDictionary } from './read-user-dictionary.js';
import type { Segmenter, SegmenterName } from './segmenter.js';

export interface SegmenterOptions {
  /** Path of a file with lines `word [frequency] [tag]`. */
  userDictionary?: string | undefined;
}

/** Loads the chosen package only. Rejects with a UserDictionaryError where the file is missing or has a wrong line. */
export async function createSegmenter(name: SegmenterName, options: SegmenterOptions = {}): Promise<Segmenter> {
  const user = options.userDictionary === undefined ? null : await readUserDictionary(options.userDictionary);
  switch (name) {
    case 'nodejs-jieba': {
      const { NodejsJiebaSegmenter } = await import('./nodejs-jieba-segmenter.js');
      return new NodejsJiebaSegmenter(user);
    }
    case 'node-rs-jieba': {
      const { NodeRsJiebaSegmenter } = await import('./node-rs-jieba-segmenter.js');
      return new NodeRsJiebaSegmenter(user);
    }
  }
}
