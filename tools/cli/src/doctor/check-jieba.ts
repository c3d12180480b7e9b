import { createSegmenter, UserDictionaryError } from '@wenliu/tokenizer';
import type { ClientSettings } from '../client-settings.js';
import { fail, ok, type Check } from './check.js';

const SENTENCE = '文流把报纸变成文章。';

/** Loads the segmenter that the settings choose, without and with the user's words. */
export async function checkJieba({ WENLIU_NLP_SEGMENTER: name, WENLIU_NLP_DICTIONARY: dictionary }: ClientSettings): Promise<Check[]> {
  try {
    const started = performance.now();
    const { lengths } = (await createSegmenter(name)).segment(SENTENCE);
    const words = lengths.length;
    const checks = [ok('jieba', `${name} loads in ${Math.round(performance.now() - started)} ms and finds ${words} words in "${SENTENCE}"`)];
    return words > 1 && words < SENTENCE.length ? [...checks, await checkDictionary(name, dictionary)] : [broken(name, `it finds ${words} words in "${SENTENCE}"`)];
  } catch (error) {
    return [broken(name, error instanceof Error ? error.message : String(error))];
  }
}

async function checkDictionary(name: ClientSettings['WENLIU_NLP_SEGMENTER'], path: string | undefined): Promise<Check> {
  if (path === undefined) return ok('dictionary', 'the built-in one alone; WENLIU_NLP_DICTIONARY adds words of your own');
  try {
    const { dictionary } = await createSegmenter(name, { userDictionary: path });
    return ok('dictionary', `${path} (${dictionary})`);
  } catch (error) {
    if (!(error instanceof UserDictionaryError)) throw error;
    return fail('dictionary', error.message, 'correct the file that WENLIU_NLP_DICTIONARY names: a word a line, `word [frequency] [tag]`');
  }
}

const broken = (name: string, detail: string): Check =>
  fail('jieba', `${name} does not work: ${detail}`, 'install again (npm ci), or set WENLIU_NLP_SEGMENTER to the other: nodejs-jieba, node-rs-jieba');
