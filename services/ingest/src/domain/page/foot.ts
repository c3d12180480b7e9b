import type { Author } from '@wenliu/contracts';
import { readByline } from './byline.js';
import { isLoneName, isName } from './byline-words.js';
import { authorsNamed, readNames, readNamesAmong, readRareNames } from './names.js';
import { AGENCY_NAME } from './outlets.js';
import { readSourceNote } from './source-note.js';
import { isLikelyName, isWord } from './surnames.js';

/** What stands in brackets under a text: who wrote it, or where it comes from. */
interface Foot {
  authors: Author[];
  photographers: string[];
  agency: string | null;
}

const LONGEST = 44;
const BRACKETS = /[（(【]([^（(）)【】]{2,42})[）)】]$/u;
const ABOUT = /^(?:作者|解答人|整理者|撰文|撰稿|口述|编译)(?:系|為|係|为|是|单位|简介|[:：\s])/u;
const AGENCY = new RegExp(`^(?:据|據)?(${AGENCY_NAME}|央视)(?:电|電|供稿|稿|发|客户端|[专微]特稿|特稿|专稿|供\\S{2,6})?$`, 'u');
/** “（责编：甲）” names nobody who wrote. */
const STAFF = /^(?:本报综合|本刊综合)$|供稿$|^(?:指导老师|指导教师|辅导老师|责任编辑|责编|编辑|校对|美编|审核|一审|二审)[:：\s]/u;
/** “（特派记者甲，本报某地12月11日电）”. */
const SENT = /^([^，,]{4,24})[，,](本报|新华社)\S{2,16}[电讯]$/u;
/** “①3” behind the brackets: who edited it. */
const EDITORS_CODE = /[①-⑳]\s?\d{0,2}$/u;

/** “（扬州 甲 76岁）”. */
const AGE = /[\s\u3000，,]*\d{2}岁$/u;
/** “据政府工作报告　本报记者甲整理”. */
const SOURCE = /^[据據][^\s\u3000，。]{2,16}[\s\u3000]+(?=\S{2,12}(?:整理|编译|摘编)$)/u;
/** “►详见5版” behind the name. */
const SEE = /\s?[►▶▷→]{1,2}\s?(?:详情|详)?[见見]\s?\S{1,6}版$/u;
/** “（供稿：县自来水公司）”, “（来源：某镇　通讯员 甲）”: who sent the text. */
const SENDER = /^(?:供稿|来稿|来源|稿源|线索提供|线索)[:：](.{2,36})$/u;
/** “……运营。苏眉 图文”: without brackets. */
const CLOSING = /[。”！？][\s\u3000]?(\p{Script=Han}{2,4})[\s\u3000]?(?:报道|報道|[编翻]?译|图\s?[/／]?\s?文|文\s?[/／]?\s?图)$/u;
/** “（作者：甲，系……）”, “（作者甲·乙，丙译）”: the names that the note begins with. */
const NOTED = /^(?:本文)?作者[:：\s]{0,2}((?!系|为|是|单位|简介)\p{Script=Han}{2,4}?|\p{Script=Han}+(?:·\p{Script=Han}+)+)(?:[，,\s]|[系为是]\S)/u;
/** “（甲，青年作家，现居某地）”. */
const DESCRIBED = /^(\p{Script=Han}{2,3})[，,][^，,]{0,12}(?:作家|诗人|学者|教授|教师|会员|记者|评论家|画家|工作者)(?:[，,]\S{2,16})?$/u;
/** “……运营。　　甲”, “……运营。本报记者 甲”, “……运营。□甲”: behind the last sentence, without brackets. */
const BEHIND = /^[。”！？…](——|[\s\u3000]*)([□■◆●▲◎口]?[\s\u3000]?(?:[^\s\u3000。，”！？…：]{1,14}[\s\u3000、]?){1,5})$/u;
/** No signature goes over one of these, so it stands behind the last; of names looked for behind each, most ways to part them are tried in vain. */
const LAST_MARK = /[。，”！？…：][^。，”！？…：]*$/u;
/** “……。记者在三”: the next sentence, which a column breaks. */
const CUT_SENTENCE = /^(?:记者|記者)[在从從向对對和与與就到随隨]/u;
/** “作者为某某教授，本报记者甲采访整理”. */
const RECORDED = /[，,]本报记者(\p{Script=Han}{2,4}?)(?:采访|记录)?整理$/u;
/** “（作者系……）”: somebody who does not work for the paper. */
const OUTSIDER = /[（(]作者(?:系|為|係|为|是|单位)[^（(）)]{2,40}[）)](?:[\s\u3000]?\p{Script=Han}{2,4})?$/u;

/** Whether the end of `text` says that an outsider wrote it. */
export function isOutsiders(text: string): boolean {
  return OUTSIDER.test(text);
}

/** The author's name, alone under “（作者系……）”. */
export function isNameUnderNote(text: string, before: string): boolean {
  return isLoneName(text) && /[（(]作者\S{2,40}[）)]$/u.test(before.slice(-60));
}

/** What the brackets, or the name, at the very end of `text` say about it, `null` where they are part of the sentence. */
export function readFoot(text: string): Foot | null {
  const closing = /[道文图译]$/u.test(text) ? CLOSING.exec(text.slice(-LONGEST))?.[1] : undefined;
  if (closing !== undefined && isLikelyName(closing) && !isWord(closing)) return footOf([closing]);
  if (!/[）)】版①-⑳\d]$/u.test(text)) return /[。！？”：，；]$/u.test(text) ? null : readBehind(text);
  const inner = BRACKETS.exec(text.slice(-LONGEST).replace(SEE, '').replace(EDITORS_CODE, ''))?.[1]?.trim().replace(SOURCE, '').replace(AGE, '');
  if (inner === undefined) return null;
  const sender = SENDER.exec(inner)?.[1];
  const source = readSourceNote(inner);
  if (source !== null && (sender === undefined || source.agency !== null)) return { ...footOf(source.names), agency: source.agency };
  if (sender !== undefined) return bylineFoot(readByline(sender.replace(/^.*[\s\u3000](?=通讯员|记者)/u, '')), null);
  const agency = AGENCY.exec(inner)?.[1];
  // “甲　乙（新华社专特稿）”, “（甲）（新华社特稿）”.
  if (agency !== undefined) {
    const before = text.slice(0, text.lastIndexOf(text.endsWith(')') ? '(' : '（'));
    return bylineFoot(/[）)]$/u.test(before) ? readFoot(before) : readBehind(before), agency);
  }
  if (STAFF.test(inner) && readByline(inner) === null) return footOf([]);
  const noted = NOTED.exec(inner)?.[1] ?? DESCRIBED.exec(inner)?.[1];
  if (noted !== undefined && isName(noted) && !isWord(noted)) return footOf([noted]);
  const [, reporter, sent = null] = SENT.exec(inner) ?? [];
  const byline = readByline(reporter ?? inner.replace(/(?<=记者)[/／]摄影/u, ''));
  if (byline !== null && (sent !== null || !/[摄攝]$/u.test(inner))) return bylineFoot(byline, sent);
  const names = readNames(inner) ?? readNamesAmong(inner) ?? readRareNames(inner);
  if (names !== null) return footOf(names);
  const name = nameAtEnd(inner);
  const recorder = RECORDED.exec(inner)?.[1];
  if (recorder !== undefined) return footOf([recorder]);
  if (ABOUT.test(inner)) return footOf(name === null ? [] : [name]);
  return name === null ? null : footOf([name]);
}

function footOf(names: readonly string[]): Foot {
  return { authors: authorsNamed(names), photographers: [], agency: null };
}

function bylineFoot(byline: Pick<Foot, 'authors' | 'photographers'> | null, agency: string | null): Foot {
  return { authors: byline?.authors ?? [], photographers: byline?.photographers ?? [], agency };
}

function readBehind(text: string): Foot | null {
  const behind = LAST_MARK.exec(text.slice(-LONGEST))?.[0];
  if (behind === undefined) return null;
  const [, blank = '', signature = ''] = BEHIND.exec(behind) ?? [];
  if (signature === '' || /[摄攝]$/u.test(signature) || CUT_SENTENCE.test(signature)) return null;
  const source = readSourceNote(signature);
  if (source !== null) return { ...footOf(source.names), agency: source.agency };
  const byline = /[记員员]|^[□■◆●▲◎口]/u.test(signature) ? readByline(signature) : null;
  const authors = byline?.authors ?? [];
  // Behind a word of the trade a word is a name, too.
  if (authors.length > 0 && authors.every(({ name, role }) => !isWord(name) || (role !== '作者' && isLikelyName(name)))) return bylineFoot(byline, null);
  const names = blank === '' ? null : readNames(signature);
  return names === null ? null : footOf(names);
}

/** “……运营。某某摄（某某视觉）”, “……运营。新华社发（某某摄）”: who took the picture that a story of its own tells. */
const PICTURED =
  /[。”]\s?(?<agency>新华社|新華社|中新社|本报|本報)?[\s\u3000]?(?:发|發|\p{Script=Han}{0,6}(?:记者|記者|通讯员|通訊員))?\s?[（(]?(?<name>\p{Script=Han}{2,4}|\p{Script=Han}[\s\u3000]\p{Script=Han}|\p{Script=Han}{5,8}(?=摄[）)])|(?!\p{Script=Han}*·\p{Script=Han}*[记通])\p{Script=Han}+·\p{Script=Han}+)\s?(?:摄|攝)(?:影[报報][道导])?[）)]?(?:[（(][^（(）)]{1,12}[）)])?$/u;

/** “……运营。某报全媒体记者/甲　乙　摄”. */
const REPORTERS_PICTURE = /[。”！？][\s\u3000]*[（(]?([^。”！？，（(]{0,16}(?:记者|記者|通讯员|通訊員|读者|讀者)[^。”！？，]{2,14}[摄攝](?:影[报報][道导])?)[）)]?$/u;

/** “……运营。新华社／某社”: an agency and whose picture it sent. */
const SENT_PICTURE = /[。”]\s?(新华社|新華社|中新社)[／/]\S{2,6}$/u;

/** What the end of a story told by its picture says about it. */
export function readPictureFoot(text: string): Foot | null {
  const { agency = null, name } = PICTURED.exec(text.slice(-LONGEST))?.groups ?? {};
  const sender = SENT_PICTURE.exec(text.slice(-LONGEST))?.[1];
  if (sender !== undefined) return { ...footOf([]), agency: sender };
  if (name === undefined) return reportersPicture(text);
  const photographer = name.replace(/[\s\u3000]/gu, '');
  return { authors: [{ name: photographer, role: '摄影' }], photographers: [photographer], agency };
}

function reportersPicture(text: string): Foot | null {
  const signature = REPORTERS_PICTURE.exec(text.slice(-LONGEST))?.[1];
  const byline = signature === undefined ? null : readByline(signature);
  return byline === null || byline.photographers.length === 0 ? null : bylineFoot(byline, null);
}

/** “甲　乙”, “某地 甲乙”, “据《某报》，甲乙编译”: the name that closes the note. */
function nameAtEnd(inner: string): string | null {
  const translated = /[，,\s\u3000](\p{Script=Han}{2,3})编译$/u.exec(inner)?.[1];
  if (translated !== undefined) return translated;
  const spaced = inner.replace(/[\s\u3000]/gu, '');
  if (/^\p{Script=Han}(?:[\s\u3000]+\p{Script=Han}){1,2}$/u.test(inner)) return isLikelyName(spaced) || (spaced.length === 2 && !isWord(spaced)) ? spaced : null;
  // “校团委　甲　乙”: a name of two letters.
  const two = /^\S{2,12}[\s\u3000]+(\p{Script=Han})[\s\u3000]+(\p{Script=Han})$/u.exec(inner)?.slice(1).join('') ?? '';
  if (isLikelyName(two)) return two;
  const words = inner.split(/[\s\u3000:：]+/u);
  const last = words.at(-1) ?? '';
  return words.length <= 3 && !/[，。；]/u.test(inner) && isLikelyName(last) ? last : null;
}
