import { foldChar } from '@wenliu/text';
import { charLikelihood, pairLikelihood } from '@wenliu/text/words';
import { isCommonHan } from './marks.js';

/** Numbers for the pairs of characters of a page, from 0. */
interface Vocabulary {
  /** Pairs and their numbers, side by side, in open addressing; pair 0 is an empty slot. */
  slots: Int32Array;
  /** How many pairs there are; by number: which it is, the last line that had it, and how many lines have it. */
  count: number;
  pairs: Int32Array;
  seen: Int32Array;
  uses: Int32Array;
}

/** Numbers of pairs line by line: those of a line stand in `ids` from its `starts` up to that of the next. */
export interface Rows {
  ids: Int32Array;
  starts: Int32Array;
}

/** More of one line says no more of its subject. */
const LONGEST_LINE = 10_000;

/** Numbers for the pairs of these lines, and the pairs of each line, each once. */
export function readPairs(texts: readonly string[]): { vocabulary: Vocabulary; rows: Rows } {
  const most = texts.reduce((sum, text) => sum + Math.min(LONGEST_LINE, text.length), 0);
  const vocabulary = createVocabulary(most);
  const rows = { ids: new Int32Array(most), starts: new Int32Array(texts.length + 1) };
  texts.forEach((text, line) => readLine(text, line, vocabulary, rows));
  return { vocabulary, rows };
}

function createVocabulary(most: number): Vocabulary {
  // Half of the slots at most are taken.
  const slots = 2 ** Math.ceil(Math.log2(2 * most + 2));
  return {
    slots: new Int32Array(2 * slots),
    count: 0,
    pairs: new Int32Array(most),
    seen: new Int32Array(most).fill(-1),
    uses: new Int32Array(most),
  };
}

/** Where the lines of each pair begin in one row of all, and where the row ends. */
export function startsOf({ count, uses }: Vocabulary): Int32Array {
  const starts = new Int32Array(count + 1);
  for (let id = 0; id < count; id += 1) starts[id + 1] = (starts[id] ?? 0) + (uses[id] ?? 0);
  return starts;
}

/** Of the pairs of each line those that another line has as well. */
export function commonOf({ ids, starts }: Rows, { uses }: Vocabulary): Rows {
  const common = { ids: new Int32Array(ids.length), starts: new Int32Array(starts.length) };
  let taken = 0;
  for (let line = 0; line < starts.length - 1; line += 1) {
    for (let i = starts[line] ?? 0; i < (starts[line + 1] ?? 0); i += 1) {
      const id = ids[i] ?? 0;
      if ((uses[id] ?? 0) > 1) common.ids[taken++] = id;
    }
    common.starts[line + 1] = taken;
  }
  return common;
}

/** How much of all text each pair is that two lines have; nobody asks for the others. */
export function sharesOf({ count, pairs, uses }: Vocabulary): Float64Array {
  const shares = new Float64Array(count);
  for (let id = 0; id < count; id += 1) {
    if ((uses[id] ?? 0) < 2) continue;
    const pair = pairs[id] ?? 0;
    const [left, right] = [pair >>> 16, pair & 0xffff];
    const byChance = charLikelihood(left) + charLikelihood(right);
    shares[id] = Math.exp(Math.max(pairLikelihood(left, right), byChance));
  }
  return shares;
}

function readLine(text: string, line: number, vocabulary: Vocabulary, { ids, starts }: Rows): void {
  const { seen, uses } = vocabulary;
  const length = Math.min(LONGEST_LINE, text.length);
  let taken = starts[line] ?? 0;
  let left = 0;
  for (let i = 0; i < length; i += 1) {
    const code = foldChar(text.charCodeAt(i));
    const right = isCommonHan(code) ? code : 0;
    const pair = left === 0 || right === 0 ? 0 : (left << 16) | right;
    left = right;
    if (pair === 0) continue;
    const id = numberOf(pair, vocabulary);
    if (seen[id] === line) continue;
    seen[id] = line;
    uses[id] = (uses[id] ?? 0) + 1;
    ids[taken++] = id;
  }
  starts[line + 1] = taken;
}

/** The number of a pair; that of a new one is the next. */
function numberOf(pair: number, vocabulary: Vocabulary): number {
  const { slots } = vocabulary;
  const last = slots.length - 2;
  let slot = (Math.imul(pair, 0x9e3779b1) >>> 11) & last;
  for (let found = slots[slot]; found !== 0; found = slots[slot]) {
    if (found === pair) return slots[slot + 1] ?? 0;
    slot = (slot + 2) & last;
  }
  const id = vocabulary.count++;
  slots[slot] = pair;
  slots[slot + 1] = id;
  vocabulary.pairs[id] = pair;
  return id;
}
