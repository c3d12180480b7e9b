import { readByline } from './byline.js';
import { isStory, PICTURE_AGENCIES } from './caption.js';
import { endsClause } from './marks.js';
import type { PageLine } from './page-line.js';
import type { Role } from './roles.js';

const DATED = /^(?:这是|這是)\d{1,2}月\d{1,2}日|^[▲▼◀▶●■]?\s?(?:当地时间)?(?:\d{1,2}\s?月\s?\d{1,2}\s?日(?:[清凌早]?晨|[上下中]午|傍晚|晚上?)?|[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日|(?:昨日|昨天|今天|今晨|今日|近日|日前)(?:[清凌早]?晨|[上下中]午|傍晚|晚上?)?(?:\d{1,2}[时点]许?)?)[，,（(]/u;
/** Lines. */
const LONGEST = 8;
/** Characters: what is longer than this, under a blank line and a dateline, is no caption. */
const SHORT = 40;
/** A line without an end that is less than its part of the next is a headline. */
const SHORT_HEAD = 2;
/** How a photographer's name ends that signs a story told by its picture. */
const SIGNS_PICTURE = /(?:[摄攝]|图[/／]?文|文[/／]?图)(?:影[报報][道导])?(?:[（(][^（(）)]{1,10}[）)]|[／/]\p{Script=Han}{2,8})?$|[（(][^（(）)]{2,16}[摄攝][）)]$/u;
/** “……。苏眉 摄影报道”, “……。（记者 苏眉 摄影报道）”, “……。（中新社）”: behind the words themselves. */
export const SIGNED_PICTURE = /[。”！？][\s\u3000]*(?:[（(]?[^。（）()]{2,24}[摄攝]影[报報][道导][）)]?|[（(](?:新华社|新華社|中新社)[）)])$/u;
/** “新华社发（苏眉摄）”. */
const SENT = /^(\p{Script=Han}{2,6})发[（(]([^（(）)]{2,12}?)[\s\u3000]?[摄攝][）)]$/u;

/** Whether a line of names signs a story told by its picture. */
export function signsPicture(text: string): boolean {
  return SIGNS_PICTURE.test(text) || PICTURE_AGENCIES.test(text);
}

/**
 * A line with nothing but a photographer's name signs a piece of its own where the words above it open with a day, as no caption
 * within an article does. Such lines become bylines.
 */
export function signStories(lines: readonly PageLine[], roles: Role[]): void {
  roles.forEach((role, i) => {
    if (role.kind !== 'caption' || !role.caption.creditOnly) return;
    const { text } = role.caption;
    const story = signsPicture(text) ? storyAbove(lines, roles, i) : null;
    if (story === null) return;
    // So signed are the words within articles, too.
    if ((SENT.test(text) || PICTURE_AGENCIES.test(text)) && !isStory(story)) return;
    roles[i] = { kind: 'byline', byline: bylineOf(text), dateline: null };
  });
}

function storyAbove(lines: readonly PageLine[], roles: readonly Role[], credit: number): string | null {
  for (let i = credit - 1; i >= Math.max(0, credit - LONGEST) && roles[i]?.kind === 'text'; i -= 1) {
    const line = lines[i];
    if (line === undefined) return null;
    const words = lines.slice(i, credit).reduce((sum, { text }) => sum + text, '');
    // Within a sentence that a column broke, or where one line is all, they are words under a picture.
    const above = lines[i - 1]?.text ?? '';
    const isWithin = roles[i - 1]?.kind === 'text' && ((!endsClause(above) && above.length * SHORT_HEAD > line.text.length) || above.lastIndexOf('“') > above.lastIndexOf('”'));
    if (DATED.test(line.text)) return !isWithin || (line.gap > 0 && words.length > SHORT) ? words : null;
    if (line.indented || i === credit - 1 ? false : line.gap > 0) return null;
  }
  return null;
}

function bylineOf(raw: string) {
  const [, agency, name] = SENT.exec(raw) ?? [];
  if (agency !== undefined && name !== undefined) return { ...(readByline(`${agency}记者 ${name} 摄`) ?? { authors: [], photographers: [] }), raw };
  const read = readByline(raw.replace(/[（(][^（(）)]*[）)]$|(?<=[摄攝])[／/]\p{Script=Han}{2,8}$/u, '')) ?? { authors: [], photographers: [] };
  return { raw, authors: read.authors, photographers: read.photographers };
}
