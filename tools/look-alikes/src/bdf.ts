/** Bitmaps are laid into a square of this many dots, those of a font of 44 dots with some room about them. */
export const SIZE = 52;
const BASELINE = 42;
const LEFT = 4;

/** The characters of a font in Adobe's Glyph Bitmap Distribution Format (2.1) that are asked for: by code, `SIZE` rows of `SIZE` dots, 0 or 1. */
export function readGlyphs(bdf: string, codes: ReadonlySet<number>): Map<number, Uint8Array> {
  const glyphs = new Map<number, Uint8Array>();
  for (const entry of bdf.split('\nENCODING ').slice(1)) {
    const code = Number.parseInt(entry, 10);
    if (!codes.has(code)) continue;
    const [, width = 0, height = 0, x = 0, y = 0] = (/\nBBX (-?\d+) (-?\d+) (-?\d+) (-?\d+)\n/.exec(entry) ?? []).map(Number);
    const rows = (/\nBITMAP\n([\s\S]*?)\nENDCHAR/.exec(entry)?.[1] ?? '').split('\n');
    glyphs.set(code, layOut(rows, { width, left: LEFT + x, top: BASELINE - y - height }));
  }
  return glyphs;
}

function layOut(rows: readonly string[], { width, left, top }: { width: number; left: number; top: number }): Uint8Array {
  const dots = new Uint8Array(SIZE * SIZE);
  for (const [i, row] of rows.entries()) {
    for (let j = 0; j < width; j += 1) {
      const isInk = ((Number.parseInt(row.charAt(j >> 2), 16) >> (3 - (j & 3))) & 1) === 1;
      const inside = top + i >= 0 && top + i < SIZE && left + j >= 0 && left + j < SIZE;
      if (isInk && inside) dots[(top + i) * SIZE + left + j] = 1;
    }
  }
  return dots;
}
