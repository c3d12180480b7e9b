export type Utf16 = 'utf-16le' | 'utf-16be';

const SAMPLE = 1 << 16;
/** So many of the characters are such as Chinese pages are made of. */
const PLAUSIBLE = 0.9;

/**
 * UTF-16 without a mark, or `null`. In the right byte order nearly every pair is an ideograph, a letter or a mark; in the wrong
 * one, and for any other encoding of Chinese, hardly one is. ASCII read in pairs looks Chinese too, so the caller must know that
 * the bytes are no text as they are.
 */
export function looksLikeUtf16(bytes: Uint8Array): Utf16 | null {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return null;
  const little = plausibleShare(bytes, 0, 1);
  const big = plausibleShare(bytes, 1, 0);
  if (Math.max(little, big) < PLAUSIBLE || little === big) return null;
  return wellFormed(bytes, little > big ? 'utf-16le' : 'utf-16be');
}

/** Latin text in UTF-16 is valid UTF-8 with a zero after each letter: zeros on one side only, and many of them. */
export function hasUtf16Zeros(bytes: Uint8Array): boolean {
  const zeros = [0, 0];
  const end = Math.min(bytes.length, SAMPLE);
  for (let i = 0; i < end; i += 1) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  return Math.max(even, odd) >= end / 8 && Math.min(even, odd) <= Math.max(even, odd) / 10;
}

function plausibleShare(bytes: Uint8Array, low: 0 | 1, high: 0 | 1): number {
  const end = Math.min(bytes.length, SAMPLE);
  let plausible = 0;
  for (let i = 0; i < end; i += 2) {
    if (isPlausible((bytes[i + low] ?? 0) + 256 * (bytes[i + high] ?? 0))) plausible += 1;
  }
  return plausible / (end / 2);
}

function isPlausible(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x20 && code <= 0x7e) ||
    (code >= 0x9 && code <= 0xd) ||
    (code >= 0x3000 && code <= 0x3020) ||
    (code >= 0xff01 && code <= 0xff5e) ||
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x25a0 && code <= 0x25ff) ||
    code === 0xb7
  );
}

function wellFormed(bytes: Uint8Array, encoding: Utf16): Utf16 | null {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return encoding;
  } catch {
    return null;
  }
}
