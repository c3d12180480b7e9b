import { isVoice } from './items.js';
import { endsSentence } from './marks.js';
import type { PageLine } from './page-line.js';

export interface ReadCaption {
  text: string;
  /** Who took the picture, as printed. */
  credit: string | null;
  /** Nothing but the credit: the caption is the line before. */
  creditOnly: boolean;
  /** Long enough to be a story told by its picture. */
  story: boolean;
}

/** “这样的日子……”: of what was said just above. */
export const SPEAKS_ON = /^[这這那此其也还還又但而]/u;

const LONGEST = 160;
/** A longer caption tells the whole news, and so does a shorter one of two sentences. */
const STORY = 64;
const STORY_OF_TWO = 50;
const TWO_SENTENCES = /^[^。]{10,}。[^。]{8,}。/u;
const CREDIT =
  /(?:[（(]([^（(）)]{0,30}(?:摄|攝|供图|供圖|提供|资料图片|資料圖片|资料图|图片|图))[）)]|[\s\u3000。]([^\s\u3000。，]{0,10}[\s\u3000]?(?:\p{Script=Han}{2,4}|\p{Script=Han}[\s\u3000]\p{Script=Han})[\s\u3000/／]?(?:摄|攝|供图|供圖)(?:[（(][^（(）)]{1,10}[）)])?))$/u;
/** “青山晚报　制图/苏眉” behind the words. */
const DRAWN = /[\s\u3000。]((?:\S{2,8}[\s\u3000])?(?:制图|制表|绘图|摄影|供图)[/／:：]\p{Script=Han}{2,4})$/u;
/** “新华社/法新”: the agency that a picture came through, and the one that took it. */
export const PICTURE_AGENCIES = /(?:^|[\s\u3000。])((?:新华社|新華社|中新社)[/／]\p{Script=Han}{2,4})$/u;
const CREDIT_END = /[摄攝图圖）)]$/u;
const OPENS = /^(?:图为|圖為|[①-⑨]\S{4,48}。$|[▲▼◀▶●]\s?\S{2,40}[。）)]$|[↑↓←→]\s?\S{4,60}[。）)]$|[上下左右]?图[①②③④⑤⑥一二三四\d]?[:：为]|图\s?\d{1,2}[\s\u3000]|图片说明[:：])/u;

/** “林见川（左）在收缆绳。”: who stands where in the picture. */
const WHERE = /[（(](?:[左右前后後中]|居中|(?:前|后|後|中|第?[一二三])排)(?:[一二三四五]|[左右中]\S?|起|者)?[）)]/u;
const LONGEST_WHERE = 60;
const SIGNS_TEXT = /[（(][^（(）)]*(?:文\s?[/／、]?\s?|[/／]文[\s\u3000、，][^（(）)]*[/／])[图圖摄攝][）)]$/u;
const CREDIT_LABEL = /^(?:均?(?:为)?资料(?:图片|照片|图)|(?:制图|製圖|绘图|繪圖|漫画|插图|供图|供圖|摄影|攝影|图片来源|本版图片|图|圖)[:：／/]\s?\S{2,16}|数据来源[:：]\S{2,24}(?:[\s\u3000]+(?:制图|绘图)[:：]\S{2,8})?|图片由\S{2,12}提供|本(?:版|组)图片\S{0,20}(?:提供|摄)|《[^》]{2,16}》[\s\u3000]+\p{Script=Han}{2,3}[\s\u3000]?(?:绘|作|画))$/u;

/** Whether words under a picture tell a story of their own. */
export function isStory(text: string): boolean {
  return text.length > STORY || (text.length > STORY_OF_TWO && TWO_SENTENCES.test(text));
}

/** A line under a picture. `before` is the line printed just before it. */
export function readCaption(line: PageLine, before: PageLine | undefined): ReadCaption | null {
  const { text } = line;
  if (text.length > LONGEST || isVoice(text)) return null;
  // “（甲 文/图）” signs a text.
  const match = SIGNS_TEXT.test(text) ? null : matchCredit(text);
  const credit = match?.[1] ?? match?.[2]?.trim() ?? null;
  if (isCredit(text.replace(/^[（(](图片由\S{2,12}提供)[）)]$/u, '$1'))) return { text, credit: text.replace(/^[（(](.*)[）)]$/u, '$1'), creditOnly: true, story: false };
  const story = isStory(text);
  if (credit !== null) return { text, credit, creditOnly: false, story };
  if (text.length <= LONGEST_WHERE && WHERE.test(text) && endsSentence(text)) return { text, credit: null, creditOnly: false, story };
  if (OPENS.test(text) || (/[。；\s](?:图为|圖為)/u.test(text) && endsSentence(text))) return { text, credit: null, creditOnly: false, story };
  return isIntruder(line, before) ? { text, credit: null, creditOnly: false, story: false } : null;
}

/** “本报记者 甲摄”, “（资料图片）” on a line of its own. */
function isCredit(text: string): boolean {
  if (CREDIT_LABEL.test(text) || PICTURE_AGENCIES.exec(text)?.index === 0) return true;
  return text.length <= 30 && (/^[^，。]{0,24}(?:摄|攝|供图|供圖)(?:[）)]|[（(][^（(）)]{1,12}[）)]|[／/]\p{Script=Han}{2,8})?$/u.test(text) || /^[（(]\S{0,8}(?:资料图片|資料圖片|资料图)[）)]$/u.test(text));
}

function matchCredit(text: string): RegExpExecArray | null {
  return CREDIT_END.test(text) ? CREDIT.exec(text.slice(-60)) : (DRAWN.exec(text.slice(-30)) ?? PICTURE_AGENCIES.exec(text.slice(-30)));
}

/** One short sentence in wide blank room in the middle of another sentence is what stood under a picture. */
function isIntruder(line: PageLine, before: PageLine | undefined): boolean {
  return line.gap >= 2 && line.text.length <= 40 && line.text.endsWith('。') && !SPEAKS_ON.test(line.text) && before !== undefined && !endsSentence(before.text) && !isCredit(before.text) && matchCredit(before.text) === null;
}
