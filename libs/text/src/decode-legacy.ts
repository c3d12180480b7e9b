import { TOLERATED_DAMAGE } from './decode-utf8.js';

export type LegacyEncoding = 'gb18030' | 'big5';

/**
 * The forty commonest characters of the pages in `seeds/`, and the ten of them that the other script writes differently. They
 * decide texts of a few characters, where the ranges alone can tie.
 */
const COMMON = new Set('的一年在了上人月到有个不里水中是时公学小成出长市日来车分三天下用业每要万次工区子個裏時學長來車業萬區');

/**
 * Shares of everyday characters. Chinese in the right encoding has .5 and more, UTF-8 read as GB18030 about .12; in between is
 * text too short to tell, which is taken and marked.
 */
const CERTAIN_SHARE = 0.3;
const POSSIBLE_SHARE = 0.15;
/** A declared charset is believed unless the other one reads better by this much a character. */
const DECLARED_BONUS = 0.5;
/** What a broken or hardly legible reading must be better by, a character. */
const DOUBT = 0.2;
/** 64 KB settle the question; more would only cost time. */
const SAMPLE = 1 << 16;

/**
 * Where the platform's Big5 decoder puts the Hong Kong characters (HKSCS) it has no Unicode for; 5,058 of them in Node 24.
 * They are kept, and the text is marked.
 */
const PRIVATE = /[\ue000-\uf8ff]/;

export interface LegacyText {
  text: string;
  encoding: LegacyEncoding;
  /** Some characters came out as private ones. */
  lossy: boolean;
}

/** Which of the two encodings `label` (a canonical WHATWG name) stands for. */
export function legacyName(label: string | null): LegacyEncoding | null {
  if (label === 'gbk' || label === 'gb18030') return 'gb18030';
  return label === 'big5' ? 'big5' : null;
}

/**
 * Bytes in GB18030 or Big5, whichever reads as Chinese. Nearly any Big5 text decodes as GB18030 and a short GBK text often as
 * Big5, so decoding proves nothing; both standards put everyday characters into ranges of their own, and that tells.
 */
export function decodeLegacy(bytes: Uint8Array, declared: LegacyEncoding | null): LegacyText | null {
  const readings = (['gb18030', 'big5'] as const).flatMap((encoding) => read(bytes, encoding, encoding === declared) ?? []);
  const [best] = readings.sort((a, b) => b.score - a.score);
  return best === undefined ? null : { text: best.text, encoding: best.encoding, lossy: best.lossy };
}

interface Reading extends LegacyText {
  score: number;
}

function read(bytes: Uint8Array, encoding: LegacyEncoding, isDeclared: boolean): Reading | null {
  const strict = decodeStrictly(bytes, encoding);
  const text = strict ?? decodeTolerantly(bytes, encoding);
  if (text === null) return null;
  const { share, score } = everyday(bytes, encoding, text);
  if (share < (strict === null ? CERTAIN_SHARE : POSSIBLE_SHARE)) return null;
  const doubtful = strict === null || share < CERTAIN_SHARE;
  const lossy = doubtful || (encoding === 'big5' && PRIVATE.test(text));
  return { text, encoding, lossy, score: score + (isDeclared ? DECLARED_BONUS : 0) - (doubtful ? DOUBT : 0) };
}

function decodeStrictly(bytes: Uint8Array, encoding: LegacyEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeTolerantly(bytes: Uint8Array, encoding: LegacyEncoding): string | null {
  const text = new TextDecoder(encoding).decode(bytes);
  const broken = text.split('\ufffd').length - 1;
  return broken <= bytes.length * TOLERATED_DAMAGE ? text : null;
}

/** `share`: everyday characters among all beyond ASCII. `score`: the same with weights, a character. */
function everyday(bytes: Uint8Array, encoding: LegacyEncoding, text: string): { share: number; score: number } {
  const weigh = encoding === 'big5' ? weighBig5 : weighGb;
  let total = 0;
  let plain = 0;
  let score = 0;
  for (let i = 0; i < bytes.length && i < SAMPLE; i += 1) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    const four = encoding === 'gb18030' && trail >= 0x30 && trail <= 0x39;
    const weight = four ? -1 : weigh(lead, trail);
    total += 1;
    score += weight;
    if (weight > 0) plain += 1;
    i += four ? 3 : 1;
  }
  if (total === 0) return { share: 0, score: 0 };
  return { share: plain / total, score: (score + 2 * commonIn(text, total)) / total };
}

function commonIn(text: string, limit: number): number {
  let found = 0;
  const end = Math.min(text.length, SAMPLE);
  for (let i = 0; i < end && found < limit; i += 1) if (COMMON.has(text.charAt(i))) found += 1;
  return found;
}

/** GB 2312: rows B0–D7 are the 3,755 everyday characters, D8–F7 the rest; A1 and A3 hold punctuation. */
function weighGb(lead: number, trail: number): number {
  if (trail < 0xa1) return lead >= 0xaa && trail >= 0x80 ? -1 : 0;
  if (lead >= 0xb0 && lead <= 0xd7) return 1;
  if (lead === 0xa1) return trail <= 0xbf ? 1 : -0.5;
  if (lead === 0xa3) return 0.5;
  if (lead >= 0xd8 && lead <= 0xf7) return -0.5;
  return -1.5;
}

/** Big5: rows A4–C6 are the 5,401 everyday characters, C9–F9 the rest; A1 holds punctuation. */
function weighBig5(lead: number, trail: number): number {
  if (lead >= 0xa4 && lead <= 0xc6) return lead === 0xc6 && trail > 0x7e ? -1.5 : 1;
  if (lead === 0xa1) return trail <= 0x7e ? 1 : 0;
  if (lead === 0xa2 || lead === 0xa3) return 0;
  if (lead >= 0xc9 && lead <= 0xf9) return -0.5;
  return -1.5;
}
