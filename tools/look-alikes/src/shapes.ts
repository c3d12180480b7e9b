import { SIZE } from './bdf.js';

/** Dots are compared two by two. */
const HALF = SIZE / 2;

/** What of a character a bad print keeps: its dots blurred, made small, of length 1. */
export function blurred(dots: Uint8Array): Float32Array {
  let soft: Float32Array = Float32Array.from(dots);
  for (let pass = 0; pass < 3; pass += 1) soft = averaged(averaged(soft, 1), SIZE);
  const small = new Float32Array(HALF * HALF);
  for (let i = 0; i < soft.length; i += 1) {
    const at = (Math.floor(i / SIZE) >> 1) * HALF + ((i % SIZE) >> 1);
    small[at] = (small[at] ?? 0) + (soft[i] ?? 0);
  }
  const length = Math.hypot(...small) || 1;
  return small.map((value) => value / length);
}

/** Each dot the mean of itself and its neighbours, `step` apart. */
function averaged(dots: Float32Array, step: number): Float32Array {
  return dots.map((dot, i) => (dot + (dots[i - step] ?? 0) + (dots[i + step] ?? 0)) / 3);
}

/** How alike two are, 0 to 1, as the mean over fonts. */
export function likeness(a: readonly Float32Array[], b: readonly Float32Array[]): number {
  let sum = 0;
  for (const [font, one] of a.entries()) {
    const other = b[font];
    if (other === undefined) continue;
    for (let i = 0; i < one.length; i += 1) sum += (one[i] ?? 0) * (other[i] ?? 0);
  }
  return sum / a.length;
}
