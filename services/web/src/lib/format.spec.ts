import { describe, expect, it } from '@jest/globals';
import { formatBytes, formatDate, formatDuration, formatGap, formatMonth } from './format.js';

describe('formats', () => {
  it('keeps a calendar date in every time zone', () => {
    expect(formatDate('2024-05-21', 'zh')).toBe('2024年5月21日');
    expect(formatDate('2024-05-21', 'en')).toBe('21 May 2024');
    expect(formatMonth('2024-05', 'zh')).toBe('2024年5月');
  });

  it('shows what is no date as it is', () => {
    expect(formatDate('someday', 'en')).toBe('someday');
  });

  it.each([[12, '12s'], [200, '3m 20s'], [7500, '2h 5m']])('writes %d seconds as %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it('fits the unit to the size', () => {
    expect([formatBytes(90), formatBytes(2048), formatBytes(5_242_880)]).toEqual(['90 B', '2.0 kB', '5.0 MB']);
    expect([formatGap(35), formatGap(2500), formatGap(90_000)]).toEqual(['35 ms', '2.5 s', '1m 30s']);
  });
});
