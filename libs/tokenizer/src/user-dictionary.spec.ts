import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readUserDictionary } from './read-user-dictionary.js';
import { parseUserDictionary } from './user-dictionary.js';

describe('parseUserDictionary', () => {
  it.each([
    ['a word alone', '云计算', { word: '云计算', frequency: 20_000, tag: 'nz' }],
    ['a word and its class', '青浦区教育局 nt', { word: '青浦区教育局', frequency: 20_000, tag: 'nt' }],
    ['a word and its frequency', '云计算 50', { word: '云计算', frequency: 50, tag: 'nz' }],
    ['all three', '云计算 50 n', { word: '云计算', frequency: 50, tag: 'n' }],
    ['tabs, a carriage return and a comment', '5G基站\t50\tn # 通信\r', { word: '5G基站', frequency: 50, tag: 'n' }],
    ['a byte order mark', '\ufeff云计算', { word: '云计算', frequency: 20_000, tag: 'nz' }],
    ['a number sign inside the word', 'C# nz', { word: 'C#', frequency: 20_000, tag: 'nz' }],
  ])('reads %s', (_, line, word) => {
    expect(parseUserDictionary(line)).toEqual({ words: [word], faults: [] });
  });

  it('passes over empty lines and comments', () => {
    expect(parseUserDictionary('\n# 注释\n   \n')).toEqual({ words: [], faults: [] });
  });

  it('takes the later of two lines for a word', () => {
    expect(parseUserDictionary('云计算 1 n\n云计算 2 nz').words).toEqual([{ word: '云计算', frequency: 2, tag: 'nz' }]);
  });

  it.each([
    ['a frequency that is no number', '云计算 5x n'],
    ['a frequency of zero', '云计算 0 n'],
    ['a negative frequency', '云计算 -3'],
    ['a frequency above all words together', '云计算 99999999'],
    ['too many fields', '云计算 5 n n'],
    ['a class that is none', '云计算 5 名词'],
    ['a word the packages would cut', '《条例》 n'],
    ['a word with a middle dot', '爱德华·斯诺登 nr'],
  ])('names the line of %s', (_, line) => {
    const { words, faults } = parseUserDictionary(`# 词典\n${line}\n云计算`);
    expect(faults.map((fault) => fault.line)).toEqual([2]);
    expect(words.map((word) => word.word)).toEqual(['云计算']);
  });
});

describe('readUserDictionary', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wenliu-words-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('names the file and every wrong line', async () => {
    const path = join(folder, 'words.txt');
    await writeFile(path, '云计算\n云计算 0\n《条例》\n');
    const message = await readUserDictionary(path).then(String, (error: unknown) => (error instanceof Error ? error.message : ''));
    expect(message.split('\n').map((line) => line.slice(0, path.length + 3))).toEqual([`${path}:2:`, `${path}:3:`]);
  });

  it('refuses a file that is not UTF-8', async () => {
    const path = join(folder, 'gbk.txt');
    await writeFile(path, Buffer.from([0xd4, 0xc6, 0xbc, 0xc6]));
    await expect(readUserDictionary(path)).rejects.toThrow(`${path}: is not UTF-8`);
  });

  it('names a file that is not there', async () => {
    await expect(readUserDictionary('/nowhere/words.txt')).rejects.toThrow('/nowhere/words.txt: cannot be read');
  });
});
