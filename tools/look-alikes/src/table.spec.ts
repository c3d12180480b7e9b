import { describe, expect, it } from '@jest/globals';
import { readGlyphs, SIZE } from './bdf.js';
import { blurred, likeness } from './shapes.js';
import { readStrokes, sharedParts } from './strokes.js';
import { lineOf } from './table.js';

const glyph = (code: number, rows: readonly string[]): string => `STARTCHAR x\nENCODING ${code}\nSWIDTH 1000 0\nDWIDTH 44 0\nBBX 8 ${rows.length} 2 0\nBITMAP\n${rows.join('\n')}\nENDCHAR\n`;
const FONT = `STARTFONT 2.1\n${glyph(0x4e00, ['FF'])}${glyph(0x4e8c, ['FF', '00', '00', 'FF'])}${glyph(0x4e28, Array.from({ length: 20 }, () => '80'))}ENDFONT\n`;

describe('shapes', () => {
  const glyphs = readGlyphs(FONT, new Set([0x4e00, 0x4e8c, 0x4e28]));
  const shape = (code: number) => [blurred(glyphs.get(code) ?? new Uint8Array())];

  it('are laid on one baseline', () => {
    expect([...(glyphs.get(0x4e00) ?? [])].flatMap((dot, i) => (dot === 1 ? [i] : []))).toEqual(Array.from({ length: 8 }, (_, i) => 41 * SIZE + 6 + i));
    expect(readGlyphs(FONT, new Set([0x4e01])).size).toBe(0);
  });

  it('are as alike as their dots', () => {
    expect(likeness(shape(0x4e00), shape(0x4e00))).toBeCloseTo(1, 5);
    expect(likeness(shape(0x4e00), shape(0x4e8c))).toBeGreaterThan(likeness(shape(0x4e00), shape(0x4e28)));
  });
});

describe('sharedParts', () => {
  it('finds characters that are others without some strokes', () => {
    const parts = sharedParts(readStrokes('# strokes\n向\tpszszh\n响\tszhpszszh\n一\th\n'));
    expect([...(parts.get('向') ?? [])]).toEqual(['响']);
    expect(parts.get('一')).toBeUndefined();
  });
});

describe('lineOf', () => {
  it('sorts by likeness, and adds what is known by hand', () => {
    const others = [['未', 0.98], ['来', 0.83], ['朱', 0.9], ['大', 0.5]].map(([char, likeness]) => ({ char: String(char), likeness: Number(likeness) }));
    expect(lineOf({ char: '末', others, parts: new Set(['大', '朱']) })).toBe('末未 朱来 大');
    expect(lineOf({ char: '曰', others: [], parts: new Set() })).toBe('曰 日');
  });
});
