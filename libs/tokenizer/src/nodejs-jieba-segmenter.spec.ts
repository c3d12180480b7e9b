import { describe, expect, it } from '@jest/globals';
import { NodejsJiebaSegmenter } from './nodejs-jieba-segmenter.js';
import { describeSegmenter } from './segmenter.contract.js';

describeSegmenter('nodejs-jieba');

describe('NodejsJiebaSegmenter', () => {
  it('refuses to segment with a dictionary that another one has replaced', () => {
    const first = new NodejsJiebaSegmenter(null);
    const second = new NodejsJiebaSegmenter({ words: [{ word: '青浦教育', frequency: 20_000, tag: 'nz' }], sha256: 'ab'.repeat(32) });
    expect(second.segment('青浦教育').lengths).toEqual([4]);
    expect(() => first.segment('青浦教育')).toThrow('one dictionary a thread');
  });
});
