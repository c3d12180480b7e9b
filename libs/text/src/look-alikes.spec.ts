import { describe, expect, it } from '@jest/globals';
import { lookAlikesOf, type Mistake } from './look-alikes.js';

const readings = (char: string, mistake: Mistake): string => lookAlikesOf(char.charCodeAt(0)).flatMap((other) => (other.mistake === mistake ? other.text : [])).join('');

describe('look-alikes', () => {
  it.each([['己', 'same', '已'], ['末', 'same', '未'], ['描', 'alike', '猫'], ['問', 'same', '間'], ['难', 'part', '摊']] as const)('has for %p among the %p ones %p', (char, mistake, other) => {
    expect(readings(char, mistake)).toContain(other);
  });

  it('reads a simplified character as simplified ones', () => {
    expect(readings('问', 'same') + readings('问', 'alike')).not.toContain('間');
  });

  it('knows nothing of marks', () => {
    expect(lookAlikesOf('，'.charCodeAt(0))).toEqual([]);
  });
});
