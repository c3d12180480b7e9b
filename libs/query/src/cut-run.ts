import { fold, units } from '@wenliu/text';

// The commonest function words of one character, chosen by hand for this project among those that are rarely part
// of a name: they part the words beside them.
const FUNCTION_WORDS = new Set('的了在是和与及或也都而就被把我你他她它这那有不');

/** What the segmenter finds, sorted by what becomes of it. `single`: one Han character, or several that were neighbours. */
interface Piece {
  kind: 'word' | 'single' | 'gap';
  text: string;
}

let segmenter: Intl.Segmenter | undefined;

function kindOf(word: string): Piece['kind'] {
  const [first, second] = units(word);
  if (!first) return 'gap';
  if (second || !first.isHan) return 'word';
  return FUNCTION_WORDS.has(first.text) ? 'gap' : 'single';
}

function segment(run: string): Piece[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const wholes = units(run).filter((unit) => !unit.isHan);
  const pieces: Piece[] = [];
  for (const { segment: folded, index } of segmenter.segment(fold(run))) {
    const text = run.slice(index, index + folded.length);
    const last = pieces.at(-1);
    // The segmenter parts kana, hangul and latin within a unit (これはペン); such a part is in no index.
    const isCut = wholes.some(({ start, end }) => start < index && index < end);
    if (last && isCut) {
      last.text += text;
      last.kind = 'word';
      continue;
    }
    const kind = kindOf(text);
    if (kind === 'single' && last?.kind === 'single') last.text += text;
    else pieces.push({ kind, text });
  }
  return pieces;
}

/** Joins a lone character to the only word beside it; between two words it is dropped. */
function placeSingle(words: string[], single: string, before: Piece | undefined, after: Piece | undefined): void {
  if (units(single).length > 1) {
    words.push(single);
    return;
  }
  const follows = before?.kind === 'word';
  const leads = after?.kind === 'word';
  if (follows && !leads) words.push(`${words.pop() ?? ''}${single}`);
  if (leads && !follows) after.text = single + after.text;
}

/**
 * Cuts a run of characters into the words to look for. The run is cut as folded, so that 新能源汽車 and 新能源汽车 mean the
 * same; the words are slices of the run as typed.
 *
 * - A word of two or more characters, a latin word or a number is kept.
 * - Neighbouring words of one Han character are one word: names that the dictionary does not know (靳书远) fall apart into
 *   characters, and so do some common words (县域, 疫情).
 * - A lone one belongs to the word beside it (新 to 能源, 年 to 2024). Between two words it is dropped.
 * - Function words and punctuation part what is beside them, and are dropped.
 * - If nothing remains, the run is one word; if it has no letter and no digit, there is none.
 *
 * Every word is a part of the run, so whatever has the whole run also has its words.
 */
export function cutRun(run: string): string[] {
  const words: string[] = [];
  const pieces = segment(run);
  pieces.forEach((piece, index) => {
    if (piece.kind === 'word') words.push(piece.text);
    if (piece.kind === 'single') placeSingle(words, piece.text, pieces[index - 1], pieces[index + 1]);
  });
  if (words.length > 0) return words;
  return units(run).length > 0 ? [run] : [];
}
