import { fold } from '@wenliu/text';
import { gainOfJoining, oddsFrom, readBackward, readForward, tailLikelihood, wordLikelihood, type WordLattice } from '@wenliu/text/words';
import { endsSentence, hanAfter, hanBefore } from './marks.js';
import { clamp } from './match-odds.js';

/** How one line of running text begins and ends, for the question which line goes on with which. */
export interface Edges {
  /** Up to four Chinese characters at the very end and at the very beginning; other characters cut them short. */
  tail: string;
  head: string;
  /** The last and first characters, whatever they are. */
  last: string;
  first: string;
  /** The words they may be made of. */
  tailWords: () => WordLattice;
  headWords: () => WordLattice;
  /** What a fragment printed again would repeat, and what it would begin with. */
  reach: string;
  lead: string;
  /** The end of a sentence, of an announcement (“：”, “；”), or neither. */
  end: 'closed' | 'announced' | 'cut';
  /** ln of the odds that the line begins a sentence rather than goes on with one. */
  opens: number;
  /** Begins with a day, as the first line of a text does. */
  dated: boolean;
  /** Begins with whose turn it is in an interview. */
  turn: boolean;
  /** Tells who was there, as the last line of a text does. */
  rollCall: boolean;
  /** Quotations and brackets opened here and closed elsewhere, and closed here that were opened elsewhere. */
  open: number;
  close: number;
}

const REACH = 4;
const SHORTEST_REPEAT = 8;
const LONGEST_REPEAT = 64;
/** Marks that stand within a sentence or at its end, never at its beginning. */
const INNER_MARKS = '，。、；：！？,;:!?%％）)》」』”’…';
/** Words that paragraphs begin with. */
const OPENER =
  /^(?:[“"「『《【（(▲■●◆—－-]|\d{1,4}年|\d{1,2}月|据|據|记者|記者|目前|同时|同時|此外|另外|近年|近日|日前|今年|去年|昨|今天|今日|如今|当前|當前|截至|截止|在|从|從|为|為|随着|隨著|对于|其中|据了解|第[一二三四五六七八九十]|[一二三四五六七八九十]是|一方面|另一方面|但|不过|然而|会议|活动|本报|本報)/u;
/** “甲、乙、丙等参加会见。”: who was there is told in a sentence of its own. */
const LONGEST_ROLL_CALL = 60;
const ROLL_CALL =
  /^(?:[\p{Script=Han}·]{2,12}、)+[\p{Script=Han}·]{2,20}?(?:(?:等?(?:同志|领导)?(?:一同|一起)?(?:参加|出席|陪同|列席)[^，。]{0,12}[，。])|(?:先后|分别)?[作做]了?(?:交流|表态|典型|书面|汇报)?(?:发言|汇报|说明)。$)|^[^，。、“]{2,20}(?:参加|出席|陪同|列席)(?:调研|会议|活动|会见|考察|检查|座谈|督导|仪式)。$/u;
/** “问：”, “青山财经日报：”: whose turn it is. */
const TURN = /^(?:问|問|答|[QA]\d{0,2}|记者|記者|\p{Script=Han}{2,6}[报報])[：:]/u;
const SURE_OPENING = 3.8;
const ROW_OF_WORDS = -1.5;
const OPENING = 3;
/** “21.4%，其中……”: the end of a sentence, unless it is who so many are of. */
const SHARE = /^\d[\d.]*[%％](?!的)/u;
/** Words that no sentence begins with. */
const CLINGS = /^(?:的|地|得|了|着|过|们|性|化|者|和|与|及|或|以及|等(?![待候到于级我你他]))/u;
/** Characters that no sentence and no headline ends with. */
const LEANING = '的在和与及将把被从向为是以对于由给让使并而或有不更最之其各每第至自按据就也还又都已正曾均、，,';

/** `readEdges` for the lines of one page, each of which is asked about more than once. */
export function createEdgeReader(): (text: string) => Edges {
  const known = new Map<string, Edges>();
  return (text) => {
    let edges = known.get(text);
    if (edges === undefined) known.set(text, (edges = readEdges(text)));
    return edges;
  };
}

export function readEdges(text: string): Edges {
  const balance = balanceOf(text);
  const tail = hanBefore(text, text.length, REACH);
  const head = hanAfter(text, 0, REACH);
  const headWords = once(() => readBackward(fold(head)));
  const turn = TURN.test(text);
  const rollCall = isRollCall(text);
  return {
    tail,
    head,
    tailWords: once(() => readForward(fold(tail))),
    headWords,
    last: text.slice(-1),
    first: text.slice(0, 1),
    reach: text.slice(-LONGEST_REPEAT),
    lead: text.length > 2 * SHORTEST_REPEAT ? text.slice(0, SHORTEST_REPEAT) : '',
    end: endOf(text),
    opens: turn ? SURE_OPENING : rollCall ? OPENING : opensOf(text, head, headWords),
    dated: /^[▲▼◀▶●■]?\s?(?:当地时间|这是|這是)?(?:\d{1,2}\s?月\s?\d{1,2}\s?日|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|(?:今天|昨天|昨日)(?:清晨|早晨|上午|中午|下午|傍晚|晚上?)?[（(，,]|(?:近日|日前|今年|当前|目前)[（(，,])/u.test(text),
    turn,
    rollCall,
    ...balance,
  };
}

function endOf(text: string): Edges['end'] {
  // A quotation closed behind a word, not behind a sentence, may end a line anywhere.
  if (endsSentence(text)) return 'closed';
  return /[：:；;]$/u.test(text) ? 'announced' : 'cut';
}

/** Whether a line leans on what must follow: “……以及”, “……在”. */
export function leansOn(text: string): boolean {
  return isOneOf(text.slice(-1), LEANING);
}

/** Quicker than an expression, and asked for each two lines that may be one. */
function isOneOf(char: string, chars: string): boolean {
  return char !== '' && chars.includes(char);
}

function opensOf(text: string, head: string, headWords: () => WordLattice): number {
  if (isOneOf(text.charAt(0), INNER_MARKS)) return -6;
  if (OPENER.test(text)) return OPENING;
  if (SHARE.test(text)) return -3;
  if (CLINGS.test(text) && !beginsWithWord(fold(head))) return -4;
  // “箱、直接报关”: the rest of a row of words.
  if (head.length === 1 && text.charAt(1) === '、') return ROW_OF_WORDS;
  if (head.length < 3) return /^\d/.test(text) ? 0 : 1;
  const words = headWords();
  return clamp(words.whole - tailLikelihood(words.text.charCodeAt(0)) - oddsFrom(words, 1), -5, 8) / 3;
}

function isRollCall(text: string): boolean {
  return text.length <= LONGEST_ROLL_CALL && ROLL_CALL.test(text);
}

/** Most lines are never asked. */
function once<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}

/** “和平”, “与会”: a word that only begins like a particle. */
function beginsWithWord(head: string): boolean {
  for (let end = 2; end <= head.length; end += 1) if (wordLikelihood(head, 0, end) > -Infinity) return true;
  return false;
}

/**
 * ln of the odds that line `b` goes on where line `a` ends, in mid-sentence or with the next sentence, against any other line
 * of running text.
 */
export function junctionOdds(a: Edges, b: Edges): number {
  // What begins as a whole line above began is the text under its headline.
  if (b.lead !== '' && a.reach.indexOf(b.lead) > 0) return 6;
  if (a.end === 'closed') return b.opens < 0 ? Math.max(-2.58, b.opens) : 0;
  if (a.end === 'announced') return b.opens < -3 ? -2 : 0.5;
  let odds = -0.14 + seam(a, b) - Math.max(-2.5, Math.min(3.8, b.opens)) * 0.39 - (b.dated ? 1.5 : 0);
  if (a.open > 0 && b.close > 0) odds += 5.6;
  else if (b.close > 0) odds -= 0.5;
  return Math.min(6, odds);
}

/** What is counted, right behind the number. */
const COUNTED = /^[年月日时分个万亿元米吨人名家条项公千多余块枚斤亩座台辆艘部册岁倍成届次位种场平层户期代款]/u;
const NUMERALS = '〇零一二三四五六七八九十百千万亿两几数';
const DIGITS = '0123456789.．';
/** “缩短到”, “超过”, “第”; “同比增长”. */
const BEFORE_NUMBERS = '到至达約约近超过過为為共计計仅僅第每';
const CHANGES = /(?:增长|增加|上升|上涨|提高|下降|下跌|减少|降低|回落)$/u;

/** ln of the odds for each that the words are likelier or less likely together than apart; measured where it is known which line goes on. */
const GAINED = 0.47;
const SPOILT = 0.83;
const LEAST_SEAM = -1.7;

/** Evidence of the characters on both sides of the cut. */
function seam(a: Edges, b: Edges): number {
  if (isOneOf(b.first, INNER_MARKS)) return 4.5;
  if (isOneOf(a.last, DIGITS)) return /[\d.%％]/u.test(b.first) ? 3.5 : COUNTED.test(b.head) ? 3.5 : 0;
  if ((isOneOf(a.last, BEFORE_NUMBERS) || CHANGES.test(a.tail)) && isOneOf(b.first, DIGITS)) return 2.5;
  if (isOneOf(a.last, NUMERALS)) return isOneOf(b.first, NUMERALS) ? 2.5 : COUNTED.test(b.head) ? 3 : 0;
  if (/[A-Za-z]/.test(a.last)) return /[A-Za-z]/.test(b.first) ? 2 : 0;
  const leans = isOneOf(a.last, LEANING);
  if (a.tail === '' || b.head === '') return leans ? 1 : 0;
  const gain = gainOfJoining(a.tailWords(), b.headWords());
  return (leans ? 0.5 : 0) + (gain > 0 ? Math.min(6, gain * GAINED) : Math.max(LEAST_SEAM, gain * SPOILT));
}

/** How much likelier the words are when both sides are read as one: high where the cut went through a word. */
export function wordGain(a: Edges, b: Edges): number {
  return Math.max(0, gainOfJoining(a.tailWords(), b.headWords()));
}

/** The same of two texts of which nothing else is asked. */
export function wordGainOf(before: string, next: string): number {
  return Math.max(0, gainOfJoining(readForward(fold(hanBefore(before, before.length, REACH))), readBackward(fold(hanAfter(next, 0, REACH)))));
}

/** How many characters at the beginning of `next` repeat the end of `before`: a fragment printed on both sides of a break. */
export function repeatedAt(before: string, next: string): number {
  for (let length = Math.min(LONGEST_REPEAT, before.length, next.length - 1); length >= SHORTEST_REPEAT; length -= 1) {
    if (before.endsWith(next.slice(0, length))) return length;
  }
  return 0;
}

const PAIRS = ['“”', '「」', '『』', '《》', '（）', '()', '【】', '‘’'];
/** By code: what opens, what closes, and what does both in turn. */
const SIDES = new Uint8Array(0x10000);
const [OPENS, CLOSES, STRAIGHT] = [1, 2, 3];
for (const pair of PAIRS) {
  SIDES[pair.charCodeAt(0)] = OPENS;
  SIDES[pair.charCodeAt(1)] = CLOSES;
}
SIDES['"'.charCodeAt(0)] = STRAIGHT;

/** Quotations and brackets left over at either side. Straight quotation marks open and close in turn. */
function balanceOf(text: string): { open: number; close: number } {
  let open = 0;
  let close = 0;
  let straight = 0;
  for (let i = 0; i < text.length; i += 1) {
    const side = SIDES[text.charCodeAt(i)];
    if (side === OPENS) open += 1;
    else if (side === STRAIGHT) straight += 1;
    else if (side === CLOSES && open > 0) open -= 1;
    else if (side === CLOSES) close += 1;
  }
  return straight % 2 === 0 ? { open, close } : { open: open + 1, close: close + 1 };
}
