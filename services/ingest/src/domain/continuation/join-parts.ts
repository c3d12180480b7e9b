import { articleText, joinedReason, versionOf, versionParts, type RawArticle, type TextRun } from '@wenliu/contracts';
import { withoutFromMark, withoutToMark } from '../page/continuation.js';
import type { Part } from './part.js';

/** Of the numbers up to 9; the highest is of parts that are withdrawn. */
const MOST_JOINED = 8;
const WITHDRAWN = 9;
const ENDS = /[。！？…”』」）.!?]$/u;

/** One article of a chain's parts under the id of the first, and the others withdrawn. */
export function joinParts(chain: readonly Part[]): { joined: RawArticle; withdrawn: RawArticle[] } {
  const [head, ...tails] = chain;
  if (head === undefined) throw new Error('a chain has at least two parts');
  const joined = tails.reduce(append, withoutEndMark(head));
  return {
    joined: { ...joined, version: joinedVersion(chain), change: { kind: 'updated', reason: 'continued', fields: ['paragraphs'] } },
    withdrawn: tails.map((tail, i) => ({
      ...tail,
      // Above what it was joined to itself before the beginning came.
      version: versionOf({ ...versionParts(newestOf(tails.slice(i))), joined: WITHDRAWN }),
      change: { kind: 'superseded', reason: joinedReason(head.id), fields: [] },
    })),
  };
}

/**
 * Grows whenever a part is split by newer rules, and above that of the head alone: the newest revision and rules among the parts,
 * then how many of the parts have them.
 */
function joinedVersion(chain: readonly Part[]): number {
  const newest = newestOf(chain);
  return versionOf({ ...versionParts(newest), joined: Math.min(MOST_JOINED, chain.filter(({ version }) => version === newest).length) });
}

const newestOf = (parts: readonly Part[]): number => Math.max(...parts.map(({ version }) => version));

function append(head: RawArticle, part: Part): RawArticle {
  const tail = withoutEndMark(withoutBeginMark(part));
  const last = head.paragraphs.at(-1) ?? '';
  const [first = '', ...rest] = tail.paragraphs;
  // A sentence that the page cut goes on without a break.
  const isOpen = last !== '' && !ENDS.test(last);
  const paragraphs = isOpen ? [...head.paragraphs.slice(0, -1), last + first, ...rest] : [...head.paragraphs, ...tail.paragraphs];
  const shift = articleText(head).length + (isOpen || head.paragraphs.length === 0 ? 0 : 1);
  const { provenance } = tail;
  return {
    ...head,
    paragraphs,
    byline: {
      raw: [head.byline.raw, tail.byline.raw].filter((raw) => raw !== null).join(' ') || null,
      authors: uniqueBy([...head.byline.authors, ...tail.byline.authors], ({ name }) => name),
      photographers: uniqueBy([...head.byline.photographers, ...tail.byline.photographers], (name) => name),
    },
    agency: head.agency ?? tail.agency,
    dateline: head.dateline ?? tail.dateline,
    captions: [...head.captions, ...tail.captions],
    provenance: {
      ...head.provenance,
      continuations: [
        ...head.provenance.continuations,
        { documentId: tail.documentId, page: tail.page, lines: provenance.lines, map: provenance.map.map((run) => shifted(run, shift)) },
      ],
    },
    continuesTo: tail.continuesTo,
    complete: head.continuedFrom === null && tail.continuesTo === null && ENDS.test(paragraphs.at(-1) ?? ''),
    quality: Math.min(head.quality, tail.quality),
    doubts: uniqueBy([...head.doubts, ...tail.doubts], (doubt) => doubt),
  };
}

const uniqueBy = <T>(items: readonly T[], key: (item: T) => string): T[] => items.filter((item, i) => items.findIndex((other) => key(other) === key(item)) === i);

const shifted = ([start, end, line, column]: TextRun, by: number): TextRun => [start + by, end + by, line, column];

function withoutEndMark(part: Part): Part {
  const last = part.paragraphs.at(-1) ?? '';
  const kept = part.continuesTo === null ? last : withoutToMark(last);
  if (kept === last) return part;
  const paragraphs = kept === '' ? part.paragraphs.slice(0, -1) : [...part.paragraphs.slice(0, -1), kept];
  return cut({ ...part, paragraphs }, 0, articleText({ paragraphs }).length);
}

function withoutBeginMark(part: Part): Part {
  const [first = '', ...rest] = part.paragraphs;
  const kept = part.continuedFrom === null ? first : withoutFromMark(first);
  if (kept === first) return part;
  const before = articleText(part).length;
  const paragraphs = kept === '' ? rest : [kept, ...rest];
  return cut({ ...part, paragraphs }, before - articleText({ paragraphs }).length, before);
}

/** The map of a text of which only `[start, end)` is left. */
function cut(part: Part, start: number, end: number): Part {
  const map = part.provenance.map.flatMap(([from, to, line, column]): TextRun[] => {
    const [left, right] = [Math.max(from, start), Math.min(to, end)];
    return left < right ? [[left - start, right - start, line, column + left - from]] : [];
  });
  return { ...part, provenance: { ...part.provenance, map } };
}
