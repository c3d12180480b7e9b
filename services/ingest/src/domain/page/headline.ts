import { widthOf } from './marks.js';
import type { PageLine } from './page-line.js';

export interface Headline {
  kicker: string | null;
  title: string | null;
  subtitle: string | null;
}

/** A headline in two parts that together are wider than this is a kicker and a title, not a parallel title. */
const WIDE = 24;

/** Ornaments that briefs and columns open with. */
const SYMBOL = /^[■□▲△▼●◆◇★☆]\s?(?=\S)/u;

/** Which line of a headline is which: the kicker above, the title, the subtitle below. */
export function readHeadline(lines: readonly PageLine[]): Headline {
  const texts = lines.map((line) => line.text.replace(/\*\*/g, '').replace(SYMBOL, ''));
  const at = titleIndex(lines, texts);
  const title = texts[at];
  if (title === undefined) return { kicker: null, title: null, subtitle: null };
  const kicker = textOf(texts.slice(0, at));
  const subtitle = textOf(texts.slice(at + 1));
  return kicker === null ? { ...partTitle(title), subtitle } : { kicker, title, subtitle };
}

function titleIndex(lines: readonly PageLine[], texts: readonly string[]): number {
  const levels = lines.map((line) => line.level || 9);
  const highest = Math.min(...levels);
  if (highest < 9) return levels.indexOf(highest);
  const [first = '', second = ''] = texts;
  if (texts.length < 2 || /^(?:——|－－|--)/.test(second)) return 0;
  if (/(?:——|[：:])$/.test(first)) return 1;
  if (texts.length >= 3) return 1;
  return widthOf(first) > 14 && widthOf(first) >= widthOf(second) * 1.6 ? 1 : 0;
}

/** “甲地出台办法 乙事不再难办”: on one line, the part before the space is the kicker where the parts are unlike. */
function partTitle(title: string): { kicker: string | null; title: string } {
  const parts = title.split(/[ \u3000]+/);
  const [first = '', second = ''] = parts;
  const unlike = Math.abs(widthOf(first) - widthOf(second)) >= 3;
  if (parts.length !== 2 || !unlike || widthOf(title) <= WIDE || widthOf(second) < 6) return { kicker: null, title };
  return { kicker: first, title: second };
}

function textOf(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join(' ');
}
