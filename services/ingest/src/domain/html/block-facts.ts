import { isName } from '../page/byline-words.js';
import { readContinuation } from '../page/continuation.js';
import { readDateline } from '../page/dateline.js';
import { readLeadHeadline } from '../page/headline.js';
import { endsSentence, widthOf } from '../page/marks.js';
import type { PageLine } from '../page/page-line.js';
import { roleOf, type Role } from '../page/roles.js';
import type { PlacedBlock } from './outline.js';

/** The blocks of a page as printed lines, and what each is by itself. All by index of the block. */
export interface BlockFacts {
  blocks: readonly PlacedBlock[];
  lines: readonly PageLine[];
  roles: readonly Role[];
  /** Level of heading by element or class, 0 where it is none. */
  levels: readonly number[];
  /** Links and the page's frame: nothing an article is made of. */
  isFrame(i: number): boolean;
  isLinked(i: number): boolean;
  isHeading(i: number): boolean;
  /** Running text, of one sentence or more. */
  isText(i: number): boolean;
  /** Names, a dateline or a mark of another page: what an article of its own has. */
  isSign(i: number): boolean;
}

/** Wider lines are no headings. */
const WIDEST_HEADING = 36;
/** Where elements or class say that it is one. */
const LONGEST_HEADING = 80;
const SHORTEST_TEXT = 12;
const TITLE_CLASS = /(?:^|[\s_-])(?:main|news|art|article|doc|big|page)?[-_]?(?:title|headline|biaoti|bt|h1|h2)\d?(?:$|\s)/;
const SECOND_CLASS = /(?:^|[\s_-])(?:sub[-_]?title|subtitle|kicker|yinti|futi|jianti|zhuti|deck|h3|h4)\d?(?:$|\s)/;

export function readFacts(blocks: readonly PlacedBlock[]): BlockFacts {
  const levels = blocks.map(levelOf);
  const lines = blocks.map((block, i): PageLine => ({
    number: i + 1,
    start: 0,
    text: block.text,
    indented: block.indented && levels[i] === 0,
    level: levels[i] ?? 0,
    gap: block.gap,
  }));
  const roles = lines.map((line, i) => roleIn(blocks[i], line, lines[i - 1], lines[i + 1]));
  const isLinked = (i: number): boolean => isMostly(blocks[i]?.linked, blocks[i]);
  const isFurniture = (i: number): boolean => roles[i]?.kind === 'furniture';
  const isSign = (i: number): boolean => isSignature(roles[i], lines[i]?.text ?? '');
  return {
    blocks,
    lines,
    roles,
    levels,
    isLinked,
    isFrame: (i) => isFurniture(i) || (isLinked(i) && levels[i] === 0 && !isSign(i)),
    isHeading: (i) => roles[i]?.kind === 'text' && ((levels[i] ?? 0) > 0 || isHeadingText(blocks[i])),
    isText: (i) => roles[i]?.kind === 'text' && levels[i] === 0 && isRunningText(blocks[i]) && !isLinked(i),
    isSign,
  };
}

function levelOf(block: PlacedBlock): number {
  if (block.caption || block.text.length > LONGEST_HEADING) return 0;
  if (block.level > 0) return block.level;
  if (endsSentence(block.text) && block.text.length > WIDEST_HEADING) return 0;
  return SECOND_CLASS.test(block.mark) ? 3 : TITLE_CLASS.test(block.mark) ? 2 : 0;
}

/** What `figcaption` and `alt` say is a caption, whatever it reads like. */
function roleIn(block: PlacedBlock | undefined, line: PageLine, before: PageLine | undefined, after: PageLine | undefined): Role {
  const role = roleOf(line, before, after);
  if (block?.caption !== true || role.kind === 'caption') return role;
  return { kind: 'caption', caption: { text: line.text, credit: null, creditOnly: false, story: false } };
}

function isHeadingText(block: PlacedBlock | undefined): boolean {
  if (block === undefined || isMostly(block.linked, block)) return false;
  const width = widthOf(block.text);
  return width >= 4 && width <= WIDEST_HEADING && !/[。；;，,、：:]$/u.test(block.text) && !block.text.includes('。');
}

function isRunningText(block: PlacedBlock | undefined): boolean {
  return block !== undefined && block.text.length >= SHORTEST_TEXT && /[。！？；，…]/u.test(block.text.slice(0, 2000));
}

function isMostly(characters: number | undefined, block: PlacedBlock | undefined): boolean {
  return block !== undefined && (characters ?? 0) > block.text.length * 0.6;
}

function isSignature(role: Role | undefined, text: string): boolean {
  if (role?.kind === 'imprint') return true;
  // A name alone may be anybody's: who left a comment has one.
  if (role?.kind === 'byline') return !isName(text.replace(/[\s\u3000]/gu, ''));
  if (role?.kind !== 'text') return false;
  const { continuedFrom, continuesTo } = readContinuation([text]);
  return continuedFrom !== null || continuesTo !== null || readDateline(text) !== null || readLeadHeadline(text) !== null;
}
