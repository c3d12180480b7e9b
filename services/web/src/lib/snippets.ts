import { markRanges, mergeRanges, type Piece, type Range } from './marks.js';

export interface Snippet {
  pieces: Piece[];
  cutBefore: boolean;
  cutAfter: boolean;
}

export interface TextHighlight extends Range {
  paragraph: number;
}

/** Characters kept before the first highlight where no sentence begins nearer: about half a line on a phone. */
const LEAD = 14;
const SENTENCE_END = /[。！？；!?;\n]/;

/** The stretch of at most `length` characters that shows most highlights; the beginning where there are none. */
export function makeSnippet(
  paragraphs: readonly string[],
  highlights: readonly TextHighlight[],
  length: number,
): Snippet {
  const best = bestStart(paragraphs, highlights, length);
  const paragraph = paragraphs[best.paragraph] ?? '';
  const start = leadIn(paragraph, best.start);
  const end = wholeCharacter(paragraph, Math.min(paragraph.length, start + length));
  const ranges = highlights
    .filter((highlight) => highlight.paragraph === best.paragraph)
    .map((highlight) => ({ start: highlight.start - start, end: highlight.end - start }));
  return {
    pieces: markRanges(paragraph.slice(start, end), ranges),
    cutBefore: start > 0,
    cutAfter: end < paragraph.length,
  };
}

interface Start {
  paragraph: number;
  start: number;
}

function bestStart(paragraphs: readonly string[], highlights: readonly TextHighlight[], length: number): Start {
  let best: Start = { paragraph: firstWithText(paragraphs), start: 0 };
  let most = 0;
  paragraphs.forEach((text, paragraph) => {
    const ranges = mergeRanges(
      highlights.filter((highlight) => highlight.paragraph === paragraph),
      text.length,
    );
    for (const { start } of ranges) {
      const shown = ranges.filter((range) => range.start >= start && range.end <= start + length - LEAD).length;
      if (shown <= most) continue;
      most = shown;
      best = { paragraph, start };
    }
  });
  return best;
}

function firstWithText(paragraphs: readonly string[]): number {
  return Math.max(0, paragraphs.findIndex((paragraph) => paragraph.trim() !== ''));
}

/** Back to the start of the sentence where it is near, else a few characters. */
function leadIn(paragraph: string, start: number): number {
  const from = Math.max(0, start - LEAD);
  if (from === 0) return 0;
  for (let at = start - 1; at >= from; at--) {
    if (SENTENCE_END.test(paragraph.charAt(at))) return at + 1;
  }
  return wholeCharacter(paragraph, from);
}

/** A place to cut that does not part a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
