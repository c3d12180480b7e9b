import { withoutBrackets } from './marks.js';
import { isWord } from './surnames.js';

/** “[某]甲·乙”: where a writer lives. */
const ORIGIN = /^[[［〔【（(]\p{Script=Han}{1,3}[\]］〕】）)](?=\p{Script=Han}+·)/u;
/** “記者甲／某地報導”: where the report was made. */
const PLACE_BEHIND = /[／/](?:(?:\p{Script=Han}{2,5}、){0,4}\p{Script=Han}{2,8}?(?:綜合|综合|連線|连线|即時)?(?:報導|報道|报道|报导|電|电)|\p{Script=Han}{0,8}?(?:特稿|專訪|专访))$/u;
/** “综合外媒报道”, “发自某地”: how the report came about; “（某学院）”: where a name belongs. */
const BESIDE_NAMES = /[\s\u3000](?:(?:综合|綜合)(?:外媒|外电|外電|媒体|本报)?(?:报道|報導|報道|消息)|(?:随车|随船|随队|实地|现场|连线)(?:采写|采访|报道)|发自[\s\u3000]?[^\s\u3000，。]{2,14}|[\w.-]+@[\w.-]+)$/u;
/** “记者甲 发自某地　编辑乙”. */
const SENT_FROM = /[\s\u3000]发自[^\s\u3000，。]{2,14}(?=[\s\u3000])/u;
/** “记者甲　　线索提供　市民乙　　酬金50元”: who told the paper, and is no author. */
const TOLD_BY = /[\s\u3000]+(?:线索提供人?|提供线索|报料人?|爆料人?)[\s\u3000:：].*$/u;
/** “记者甲参与采写”, “记者甲、乙对本文亦有贡献”. */
const HELPED = /[\s\u3000]?(?:(?:共同|亦|也)?参与(?:了?本文)?(?:采写|采访|报道|写作)|对(?:本文|此文|报道)[亦也]?有(?:重要)?贡献)$/u;
const AFFILIATION = /(?<=\p{Script=Han})[（(](?:[^（(）)，。]{2,12}(?:学院|大学|中学|小学|学校|公司|医院|中心|局|院|所|班|族)|\d{1,3}岁)[）)]|(?<=(?:口述|讲述)[\s\u3000:：]?\p{Script=Han}{2,4})[（(][^（(）)。]{2,16}[）)]|(?<=^文[：:/／]\p{Script=Han}{2,4})[（(]\p{Script=Han}{2,4}[）)]$|(?<=^(?:荐书人|推荐人|主讲人|讲评人|点评人|(?:本期)?主持人?|作者|口述)[:：]\s?\p{Script=Han}{2,4})[（(][^（(）)，。]{3,30}[）)]$/gu;
/** “甲　铜川、烟台报道”: where a report was made. */
const FROM_PLACES = /(?<=[\s\u3000]\S{2,12}|记者\S{2,4})[\s\u3000](?!摄影|攝影|综合|图文|文图)((?:\p{Script=Han}{2,5}、){0,4}\p{Script=Han}{2,5})(?:报道|報道)$/u;
/** Words of the trade with a blank that fell into them. */
const BROKEN_WORD = /(本)\s?(报|報)(?=\s?(?:记|見|见|特|首|实|通))|(记|記)\s(者)|(通)\s?(讯|訊)\s?(员|員)|(见|見)\s(习|習)|(特)\s(约|約)|(摄|攝)\s(影)|(记)\s(录)(?=[:：])/gu;
/** “甲　乙摄”: a photographer's name of two letters. */
const SET_WIDE = /(?<=^|[\s\u3000者员]|[记讯][\s\u3000])(\p{Script=Han})[\s\u3000]+(\p{Script=Han})[\s\u3000]*(?=[摄攝](?:影[报報][道导])?$)/u;
/** “某某时报（www.…）记者 甲”; “生活中心／甲報導”, “某某日報／報道：甲”. */
const ADDRESS = /[（(][\w./:-]+[）)]/u;
const DESK = /^\p{Script=Han}{2,6}(?:中心|新聞|新闻|日報|日报)[／/](?!\p{Script=Han}{0,4}(?:记者|記者))/u;
/** “本组稿件采写：……”, “本版撰文 记者 甲 本版摄影 ……”; “本期主持：……”. */
const OF_PAGE = /(?:本组稿件|本组文章|本组|本版|本文)(?=采写|撰文|撰稿|摄影|文字|图片|文[/／]?图)|^本期主持[:：]|^本期(?=主持人)/gu;
/** “甲/文 乙/图”. */
const PAIRED = /[/／]文[\s\u3000、，,].*[/／][图圖摄攝]/u;

/** “记者甲摄”. */
const GLUED_CAMERA = /(?<=(?:记者|記者|通讯员|通訊員)\p{Script=Han}{2,3})(?=[摄攝]$)/u;

const BAR = /[\s\u3000]?[|｜丨┃][\s\u3000]?/u;
const BARS = new RegExp(BAR.source, 'gu');
const BAR_BEHIND_WORK = new RegExp(`([文图圖摄攝影者员員稿写理])${BAR.source}`, 'gu');

/** Without brackets around it and what says nothing of who it was. Most lines that come here are no bylines: what they lack is not looked for. */
export function bareOf(text: string): string {
  let bare = text.replace(ORIGIN, '');
  if (/[摄攝]$/u.test(bare)) bare = bare.replace(GLUED_CAMERA, ' ');
  if (/\s/.test(bare)) bare = bare.replace(BROKEN_WORD, (word) => word.replace(/\s/g, '')).replace(SET_WIDE, '$1$2 ');
  if (/[）)]/u.test(bare)) bare = bare.replace(AFFILIATION, '');
  bare = withoutBrackets(bare, '（(【[〔', '）)】]〕');
  if (/[本/／.]/u.test(bare)) bare = bare.replace(OF_PAGE, '').replace(ADDRESS, '').replace(DESK, '');
  // “文 | 甲”, “甲 | 乙”.
  if (BAR.test(bare)) bare = bare.replace(BAR_BEHIND_WORK, '$1/').replace(BARS, ' ');
  if (/[/／、]/u.test(bare)) bare = withJoinedWorks(bare);
  if (bare.endsWith('人')) bare = bare.replace(/等\d{1,3}人$/, '');
  if (/[/／]/u.test(bare)) bare = bare.replace(PLACE_BEHIND, '');
  if (bare.includes('发自')) bare = bare.replace(SENT_FROM, '');
  if (bare.includes('料') || bare.includes('线索')) bare = bare.replace(TOLD_BY, '');
  bare = bare.replace(HELPED, '').replace(BESIDE_NAMES, '').replace(BESIDE_NAMES, '');
  return bare.endsWith('道') ? bare.replace(FROM_PLACES, (behind, places: string) => (places.split('、').every(isPlace) ? '' : behind)) : bare;
}

/** “文/图” as one work, but not of “甲/文 乙/图”; “甲/核稿：乙” as two. */
function withJoinedWorks(text: string): string {
  if (PAIRED.test(text)) return text;
  return text
    .replace(/([文图圖])[/／、](?:音?视频|摄像)/gu, '$1')
    .replace(/([文图圖])[\s\u3000]?[/／、][\s\u3000]?([文图圖摄攝])/gu, '$1$2')
    .replace(/[/／](?=\p{Script=Han}{2,4}[:：])/u, ' ');
}

/** “铜川”, “广东佛山”. */
function isPlace(text: string): boolean {
  return isWord(text) || isCityOfProvince(text);
}

/** “广东佛山”, as far as its words tell. */
export function isCityOfProvince(text: string): boolean {
  return text.length === 4 && isWord(text.slice(0, 2)) && isWord(text.slice(2));
}
