import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSegmenter } from './create-segmenter.js';
import type { Segmenter, SegmenterName } from './segmenter.js';
import { MAX_SLICE_LENGTH } from './slices.js';

const SENTENCE = '青浦区教育局局长王建军10日在上海介绍，全区新能源汽车出口增长3.5%。';

const HOSTILE: [string, string][] = [
  ['nothing', ''],
  ['lone surrogates', '中\ud800国\udc00文\udfff'],
  ['a surrogate pair the wrong way round', '\udc00\ud800字'],
  ['NUL', 'a\u0000b中\u0000国'],
  ['control characters', '\u0001\u0007\u001b[31m中\u007f\u0085文'],
  ['line ends of all kinds', '一\r\n二\n三\r四\u2028五\u2029六'],
  ['white space only', ' \t　\u00a0\u200b\ufeff'],
  ['characters beyond the basic plane', '𠮷野家在𪚥𪚥😀👍🏽🇨🇳👨‍👩‍👧'],
  ['combining marks', 'e\u0301\u0301 は\u3099'],
  ['right-to-left marks', '\u202e中文\u202c שלום'],
  ['private use and non-characters', '\ue000\uffff\ufffe\ufdd0中'],
  ['a replacement character of its own', '中\ufffd国'],
];

/** The promises of Segmenter. `nodejs-jieba` keeps one dictionary a thread, so there is one segmenter at a time here. */
export function describeSegmenter(name: SegmenterName): void {
  describe(`segmenter contract: ${name}`, () => {
    let segmenter: Segmenter;
    beforeAll(async () => {
      segmenter = await createSegmenter(name);
    });

    it('says what it is', () => {
      expect([segmenter.name, segmenter.dictionary]).toEqual([name, 'jieba']);
    });

    it('knows words and their classes', () => {
      const words = wordsOf(segmenter, '王建军局长在北京大学讲新能源汽车。');
      expect(words).toEqual(expect.arrayContaining(['王建军/nr', '局长/n', '在/p', '北京大学/nt', '汽车/n']));
    });

    it.each(HOSTILE)('covers every character of %s', (_, text) => {
      expectCovered(segmenter, text);
    });

    it('covers text made of 5,000 random code units', () => {
      for (let seed = 1; seed <= 40; seed += 1) expectCovered(segmenter, randomText(seed, 5_000));
    });

    it.each([
      ['Chinese', '中国人民在'],
      ['latin letters', 'abcde'],
      ['pairs that would straddle every cut', 'a😀😀'],
      ['lone surrogates', '\ud800'],
      ['NUL', '\u0000'],
    ])('covers a megabyte of %s without punctuation', (_, unit) => {
      expectCovered(segmenter, unit.repeat(Math.ceil(1_000_000 / unit.length)));
    });

    it('gives the same tokens for the same text', () => {
      const text = SENTENCE.repeat(50);
      expect(segmenter.segment(text)).toEqual(segmenter.segment(text));
    });

    it('gives a long text the tokens that its sentences have alone', () => {
      const repeats = Math.ceil((3 * MAX_SLICE_LENGTH) / SENTENCE.length);
      const alone = segmenter.segment(SENTENCE);
      const long = segmenter.segment(SENTENCE.repeat(repeats));
      expect(long.lengths).toEqual(Array.from({ length: repeats }, () => alone.lengths).flat());
      expect(long.tags).toEqual(Array.from({ length: repeats }, () => alone.tags).flat());
    });

    describe('with a user dictionary', () => {
      let folder: string;
      beforeAll(async () => {
        folder = await mkdtemp(join(tmpdir(), 'wenliu-segmenter-'));
        const path = join(folder, 'words.txt');
        await writeFile(path, '# 项目\n青浦区教育局 nt\n新能源汽车出口 30000 n\n是了\n');
        segmenter = await createSegmenter(name, { userDictionary: path });
      });
      afterAll(() => rm(folder, { recursive: true, force: true }));

      it('keeps its words whole, with their tags', () => {
        expect(wordsOf(segmenter, SENTENCE)).toEqual(expect.arrayContaining(['青浦区教育局/nt', '新能源汽车出口/n']));
      });

      it('keeps a word whole that is made of the two most frequent words', () => {
        expect(wordsOf(segmenter, '他也是了吗')).toContain('是了/nz');
      });

      it('still knows the built-in words', () => {
        expect(wordsOf(segmenter, '北京大学')).toEqual(['北京大学/nt']);
      });

      it('names the dictionary by its content', () => {
        expect(segmenter.dictionary).toMatch(/^jieba\+user:[0-9a-f]{8}$/);
      });
    });
  });
}

function wordsOf(segmenter: Segmenter, text: string): string[] {
  const { lengths, tags } = segmenter.segment(text);
  let at = 0;
  return lengths.map((length, i) => `${text.slice(at, (at += length))}/${tags[i] ?? ''}`);
}

function expectCovered(segmenter: Segmenter, text: string): void {
  const { lengths, tags } = segmenter.segment(text);
  let at = 0;
  let wrong = 0;
  for (const length of lengths) {
    at += length;
    if (!Number.isInteger(length) || length < 1 || splitsPair(text, at)) wrong += 1;
  }
  expect({ covered: at, wrong, tags: tags.length, emptyTags: tags.filter((tag) => tag === '').length }).toEqual({
    covered: text.length,
    wrong: 0,
    tags: lengths.length,
    emptyTags: 0,
  });
}

function splitsPair(text: string, at: number): boolean {
  return at > 0 && at < text.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}

/** Any UTF-16 units, half of them Chinese; a linear congruential generator, so that a failure can be repeated. */
function randomText(seed: number, length: number): string {
  let state = seed;
  const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 8;
  return Array.from({ length }, () => String.fromCharCode(next() % 2 === 0 ? 0x4e00 + (next() % 0x2000) : next() % 0x10000)).join('');
}
