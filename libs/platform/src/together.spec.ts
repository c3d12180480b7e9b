import { describe, expect, it } from '@jest/globals';
import { together } from './together.js';

describe('together', () => {
  it('sends a thread what is asked for and nothing that lies beside it', () => {
    const fetched = new Uint8Array(4 * 1024 * 1024).fill(7);
    const { arrays, transfer } = together([fetched.subarray(10, 13), fetched.subarray(0, 0), Uint8Array.of(1, 2)]);
    const sent = structuredClone(arrays, { transfer });
    expect(sent.map((array) => [...array])).toEqual([[7, 7, 7], [], [1, 2]]);
    expect(sent.map(({ buffer }) => buffer.byteLength)).toEqual([5, 5, 5]);
  });

  it('leaves what it was given as it was', () => {
    const record = Uint8Array.of(1, 2, 3);
    const { arrays, transfer } = together([record]);
    structuredClone(arrays, { transfer });
    expect([...record]).toEqual([1, 2, 3]);
  });

  it('is nothing of nothing', () => {
    const { arrays, transfer } = together([]);
    expect(structuredClone(arrays, { transfer })).toEqual([]);
  });
});
