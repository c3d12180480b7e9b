import { findDate } from './print-date.js';

/** “今日32版 零售1元”, “中共某县委机关报”, “第2061期 周三出版”, “某某网 > 首页 > 本地”: about a paper rather than in it. */
const ABOUT_PAPER = /^(?:今日\s?\d{1,3}\s?版|(?:总)?第\d{1,6}[期号][\s\u3000]|中共\S{2,16}机关报(?:[\s\u3000]|$)|\S{2,12}(?:主管|主办)(?:[\s\u3000]|$)|\S{2,10}[\s\u3000]?[>＞›»][\s\u3000]?\S)|(?:零售价?\d|统一刊号|邮发代号)|^天气[:：]/u;
/** “青山报 QINGSHAN BAO”, “青禾报·副刊”. */
const NAME = /^\p{Script=Han}{2,10}(?:[报報刊]|周末|快线|卫士|之声|新闻网|在线)(?:[·・\s\u3000]\S{1,8})?(?:[\s\u3000]+[A-Z][A-Z ]*)?$/u;
const LONGEST = 60;
const LONGEST_WORD = 12;
/** “数字报：www.……”, behind the day. */
const ADDRESS = /[\s\u3000]+\S{2,6}[:：](?:www\.|https?:)\S+$/u;

/** A day among short words that make no sentence. */
export function isDated(printed: string): boolean {
  const text = printed.replace(ADDRESS, '');
  return text.length <= LONGEST && findDate(text) !== null && !/[，。！？；：“]/u.test(text) && text.split(/[\s\u3000]+/u).every((word) => word.length <= LONGEST_WORD);
}

/** What only the head of a page may be: the name of a paper, with its section. */
export function isNameOfPaper(text: string): boolean {
  return NAME.test(text);
}

export function isAboutPaper(text: string): boolean {
  return text.length <= LONGEST && ABOUT_PAPER.test(text);
}

/** “社址：……”, “总编室 6011222 广告部 6011333”, “本版言论不代表主办单位立场”, “股市有风险 投资需谨慎”: what a paper prints under its pages. */
export function isSmallPrint(text: string): boolean {
  if (text.length > LONGEST || /。.+/u.test(text)) return false;
  return SMALL_PRINT.test(text) || RESERVATION.test(text) || OFFICES.test(text) || TELEPHONES.test(text);
}

const SMALL_PRINT =
  /社址[:：]|^督印人|督印人[:：]|^(?:值班总编|总编辑|值班编委|本期责编|本期编辑)[\s\u3000:：]|投稿信箱|投稿邮箱|微信号[:：]|服務專線|訂報|文版同时出版|^通联[:：]|^\p{Script=Han}{2,10}(?:融媒|传媒集团|报业集团)(?:出品|主办|承办)$|^(?:遗失|寻物|招租|招聘)启事$/u;
/** A notice of one line: a line of a column rarely ends with the phrase. */
const RESERVATION = /^[（(]?本[版栏欄报報刊][^。]*(?:仅供参考|不代表|不构成|力求准确)|^(?![（(]?本文|[（(]作者)[^“”；]{2,30}(?:仅供参考|投资需谨慎|不代表(?:主办单位|本报|本刊)\S{0,4}|以\S{2,10}(?:文件|公告|合同)为准|请核实后\S{0,6})[。！）)]?$/u;
const OFFICES = /^(?:总编室|编辑部|办公室|广告部|发行部|总机)[\s\u3000:：]?\d{5,}/u;
/** “报警 110 法律援助 12348”. */
const TELEPHONES = /^(?:\p{Script=Han}{2,6}[\s\u3000:：]?\d{3,12}[\s\u3000]+)+\p{Script=Han}{2,6}[\s\u3000:：]?\d{3,12}$/u;
