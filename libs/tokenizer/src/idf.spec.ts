import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { IdfTable, loadIdf } from './idf.js';

describe('IdfTable', () => {
  it('gives each word its weight and any other the median', () => {
    const table = new IdfTable(IdfTable.build('甲 1.5\n乙 2.25\n丙 9\n'));
    expect(['甲', '乙', '丙', '丁', ''].map((word) => table.weight(word))).toEqual([1.5, 2.25, 9, 2.25, 2.25]);
  });

  it('takes the upper of two middle weights, as jieba does', () => {
    expect(new IdfTable(IdfTable.build('a 1\nb 2\nc 3\nd 4')).unknownWeight).toBe(3);
  });

  it('passes over lines of another form', () => {
    const table = new IdfTable(IdfTable.build('\n甲\n甲 x\n甲 1.2.3\n甲 -1\n 5\na b 7\n'));
    expect([table.size, table.weight('a b')]).toEqual([1, 7]);
  });

  it('refuses a text without a word and a buffer that is none of its own', () => {
    expect(() => IdfTable.build('\n')).toThrow('word weight');
    expect(() => new IdfTable(new SharedArrayBuffer(16))).toThrow('IdfTable.build');
  });

  describe('with the frequencies that come with jieba', () => {
    let buffer: SharedArrayBuffer;
    beforeAll(async () => {
      buffer = await loadIdf();
    });

    it('holds every word with its weight, in at most 8 MB', () => {
      const table = new IdfTable(buffer);
      const expected = shippedWeights();
      const wrong = [...expected].filter(([word, weight]) => Math.abs(table.weight(word) - weight) > 1e-5);
      expect({ wrong, size: table.size }).toEqual({ wrong: [], size: expected.size });
      expect(buffer.byteLength).toBeLessThanOrEqual(8 * 2 ** 20);
    });

    it('has the median of the shipped weights for unknown words', () => {
      const sorted = [...shippedWeights().values()].sort((a, b) => a - b);
      const table = new IdfTable(buffer);
      expect(table.unknownWeight).toBeCloseTo(sorted[Math.floor(sorted.length / 2)] ?? 0, 4);
      expect(table.weight('没有这个词儿呀')).toBe(table.unknownWeight);
    });

    it('is shared with another thread and not copied', async () => {
      const script = 'const { workerData } = require("node:worker_threads"); new Uint32Array(workerData, 0, 1)[0] = 7;';
      const worker = new Worker(script, { eval: true, workerData: buffer });
      await new Promise((resolve) => worker.once('exit', resolve));
      expect(new IdfTable(buffer).size).toBe(7);
    });
  });
});

function shippedWeights(): Map<string, number> {
  const text = readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/idf.txt'), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
}
