import type { Tokens } from '@wenliu/contracts';

export interface TaggedWord {
  word: string;
  tag: string;
}

/** 3.4 million characters in one call block the thread for a second; 8,000 take about 4 ms. */
export const MAX_SLICE_LENGTH = 8_000;

/** Both dictionaries end a word at each of these, so a cut behind one changes no token. A full stop may be inside `3.5`. */
const CUT_AFTER = new Set('\n。！？；：，、…”』」）》'.split('').map((mark) => mark.charCodeAt(0)));

/** Segments slice by slice; `tagSlice` is the native call. */
export function segmentInSlices(text: string, tagSlice: (slice: string) => readonly TaggedWord[]): Tokens {
  const tokens: Tokens = { lengths: [], tags: [] };
  for (let start = 0; start < text.length; ) {
    const end = sliceEnd(text, start);
    const slice = start === 0 && end === text.length ? text : text.slice(start, end);
    appendTokens(tokens, slice, tagSlice(slice));
    start = end;
  }
  return tokens;
}

/** Where the slice that begins at `start` ends. */
export function sliceEnd(text: string, start: number): number {
  const limit = start + MAX_SLICE_LENGTH;
  if (limit >= text.length) return text.length;
  for (let end = limit; end > start; end -= 1) {
    if (CUT_AFTER.has(text.charCodeAt(end - 1))) return end;
  }
  return isLowSurrogate(text.charCodeAt(limit)) && isHighSurrogate(text.charCodeAt(limit - 1)) ? limit - 1 : limit;
}

function appendTokens(tokens: Tokens, slice: string, words: readonly TaggedWord[]): void {
  const count = tokens.lengths.length;
  let covered = 0;
  for (const { word, tag } of words) {
    if (word.length === 0) continue;
    covered += word.length;
    tokens.lengths.push(word.length);
    tokens.tags.push(tag === '' ? 'x' : tag);
  }
  if (covered === slice.length) return;

  // The native side dropped or added characters: its words cannot be placed, single characters always can.
  tokens.lengths.length = count;
  tokens.tags.length = count;
  for (const character of slice) {
    tokens.lengths.push(character.length);
    tokens.tags.push('x');
  }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
