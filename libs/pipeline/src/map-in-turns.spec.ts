import { describe, expect, it } from '@jest/globals';
import { mapInTurns } from './map-in-turns.js';

describe('mapInTurns', () => {
  it('keeps the order and lets others run in between', async () => {
    const items = Array.from({ length: 100 }, (_, i) => i);
    let turns = 0;
    const count = (): void => {
      turns++;
      if (turns < 50) setImmediate(count);
    };
    setImmediate(count);
    expect(await mapInTurns(items, (n) => n * 2)).toEqual(items.map((n) => n * 2));
    expect(turns).toBeGreaterThanOrEqual(3);
  });
});
