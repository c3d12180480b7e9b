import { describe, expect, it } from '@jest/globals';
import { LARGEST_REVISION, versionOf, versionParts, type VersionParts } from './version.js';

const parts = (revision: number, split = 0, joined = 0, tagged = 0): VersionParts => ({ revision, split, joined, tagged });

describe('versions', () => {
  it('grow with the source first, then with the rules of splitting, the parts and the tags', () => {
    const growing = [parts(1), parts(1, 0, 0, 99), parts(1, 2), parts(1, 2, 0, 1), parts(1, 2, 1), parts(1, 2, 9, 99), parts(1, 3), parts(1, 99, 9, 99), parts(2), parts(10)];
    const versions = growing.map(versionOf);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(new Set(versions).size).toBe(versions.length);
    expect(versionOf(parts(1, 2, 0, 1))).toBe(102_001);
  });

  it('can be read back, up to the largest', () => {
    for (const given of [parts(1), parts(7, 12, 3, 45), parts(LARGEST_REVISION, 99, 9, 99)]) expect(versionParts(versionOf(given))).toEqual(given);
    expect(Number.isSafeInteger(versionOf(parts(LARGEST_REVISION, 99, 9, 99)))).toBe(true);
  });
});
