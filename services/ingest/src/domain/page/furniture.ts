import type { ResidueRole } from '../split-result.js';
import { isSmallPrint } from './page-frame.js';
import { withoutBrackets } from './marks.js';
import { isLongNotice, isNotice } from './notice.js';
import { findDate } from './print-date.js';

/** The page's own frame: title of the paper, date, page number, staff, telephone, navigation of an e-paper. */
export interface Furniture {
  role: Exclude<ResidueRole, 'blank' | 'heading' | 'markup' | 'unused'>;
  publication: string | null;
  issueDate: string | null;
  page: string | null;
  section: string | null;
}

export const NO_FACTS: Omit<Furniture, 'role'> = { publication: null, issueDate: null, page: null, section: null };

const PAPER = /^\p{Script=Han}{2,8}(?:日报|日報|晚报|晚報|早报|早報|晨报|晨報|时报|時報|商报|商報|快报|快報|周报|週報|都市报|导报|青年报|农民报|工人报|特区报|城报|周刊|週刊)(?:数字报|电子版|電子版)?$/u;
/** “甲地开出一号线　A5” and “A5　甲地开出一号线”: an entry of an index by its page. */
const PAGED_BEHIND = /^[^。]{5,36}[\s\u3000]+(?:[A-Z]\d{1,2}|\d{2})版?$/u;
const PAGED_ENTRY = /^[A-Z]\d{1,2}[\s\u3000]+[^。，]{5,24}$/u;
/** In the head of a page, which holds no other word of this form. */
const ANY_PAPER = /^\p{Script=Han}{3,9}[报報]$/u;
const DAY = /^(?:星期|周|週|礼拜)[一二三四五六日天]$/u;
const LUNAR = /^(?:农历|農曆|夏历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年\S{0,10}$/u;
const PAGE = /^(?:第\s?)?([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s?版$/u;
const PAGE_CODE = /^(?:[A-Z]{1,2}\d{1,3}|\d{2})(?:[—－-]{1,2}[A-Z]?\d{1,3})?$/;
const SECTION = /^[\p{Script=Han}．·]{1,6}$/u;
/** Names of sections that stand over a page, with or without blanks between the letters. */
const SECTION_NAME =
  /^(?:要闻|综合|综合新闻|国内|国内新闻|国际|国际新闻|体坛|时政|时政要闻|经济|财经|社会|民生|文化|体育|教育|健康|科技|法治|法制|评论|言论|副刊|理论|专题|专版|特刊|本地|本地新闻|地方|农业|三农|生活|娱乐|文体|天下|时事|深度|观察|广告|公告|简讯|今日关注|今日导读|要聞|綜合|國際|國內|社會|經濟|財經|體育|教育|廣告|港聞|文教)(?:新闻|新聞|版)?$/u;
const STAFF = /^[（(]?(?:本版|今日|值班|美术|责任|图片|圖片|文字)?(?:责任编辑|責任編輯|责编|責編|编辑|編輯|版式(?:设计)?|版面|美编|美編|美术|美術|校对|校對|组版|设计|检校|审读|统筹|视觉|编审|值班主任|执行主编|主编)(?=[:：\s／/])/u;
/** “统筹：甲　采写：乙” stands over a text. */
const WRITTEN = /(?:采写|撰文|文字)[:：\s／/]|记者/u;
/** Its first word, where a blank fell into it. */
const BROKEN_LABEL = /^(\p{Script=Han}{1,3})[\s\u3000](?=\p{Script=Han})/u;
/** With the blank, in UTF-16 units. */
const LONGEST_LABEL = 7;
const CONTACT =
  /^(?:(?:来信|来稿|投稿|稿件)[^。]{0,6}(?:请寄|寄至|请发|发至)|(?:新闻热线|新聞熱線|报料有奖|爆料有奖|微信搜一搜|(?:本报|本刊)?\p{Script=Han}{0,4}热线(?!.*记者)|(?:咨询|联系|报名|服务|\p{Script=Han}{2,3}[部室])?电话|電話|传真|邮箱|电子邮箱|投稿邮箱|地址|社址|邮编|邮政编码|邮发代号|定价|零售|广告|印刷|发行|订阅|本版邮箱|技术支持|网址|E-?mail)(?=[:：\s\d])|国内统一|国内刊号|统一刊号|本版图片|版权所有|请?(?:扫描|扫一扫|识别)\S{0,4}二维码|扫码(?:关注|下载|观看|看|阅读|查看|了解|参与)\S{0,8}$|关注\S{0,8}(?:微信|公众号|官微|视频号)\S{0,4}$|更多\S{2,8}(?:下载|关注|登录|扫码)\S{2,12}$|https?:\/\/|www\.)/iu;
/** “来稿请发……@……”, “投書請附真實姓名：……@……”. */
const ASKS_TO_WRITE = /^(?=.{0,90}$)(?:[^。]{2,20}。)?[^。]{0,40}(?:请|請|欢迎|歡迎)[^。]{0,30}[\w.-]@[\w.×-]+/u;
/** “上证指数 3612.47 ▲0.38%　深证成指 ……” in the head of a page. */
const INDICES = /^(?:上证(?:指数|综指)|沪指|深证成指|恒生指数)[\s\u3000:：]?[\d.,]+[^。，]*(?:深证成指|深成指|创业板|恒生|道指)[^。，]*$/u;
/** “下期话题：……欢迎来稿……”, “本版长期征集：……来信……”, “……可拨本报帮办热线028-…”, “订阅《某报》　……”. */
const INVITES = /^本版[^。]{0,16}征[文稿][:：]|^(?:下期|下周)(?:话题|主题)[:：].*(?:欢迎|截稿|来稿)|^本[版报刊栏](?:长期|现|诚)?征[集稿].*(?:来信|来稿|联系|稿酬)|^[^。]{2,30}(?:可|请|欢迎)(?:拨打|拨|致电)[^。，]{0,10}热线[\d×xX*—－-]{6,}(?:，[^。]{2,20})?$|^\S{2,12}客户端[\s\u3000]+(?:扫码|下载)|^订阅《[^》]{2,10}》[\s\u3000]/u;
/** “本版所载药方，请在执业医师指导下使用。”. */
const DISCLAIMER = /^本版[^，。]{2,16}，?(?:供参考|不构成|不代表|不能(?:代替|替代)|请在|遵医嘱|转载)/u;
/** “桐荫副刊　第306期”. */
const SUPPLEMENT = /^(\p{Script=Han}{2,8}(?:副刊|周刊|专刊|特刊))[\s\u3000·]*第\d{1,5}期$/u;
const NAVIGATION =
  /^(?:上一版|下一版|上一篇|下一篇|上一期|下一期|返回首页|返回目录|返回顶部|版面导航|标题导航|期次查询|往期回顾|字号|朗读|分享到?|打印|收藏|微信|微博|阅读(?=\s?\d)|点赞(?=\s?\d)|放大|缩小|默认|数字报|电子报|首页|[上往]期(?:要闻|精彩|重点)回顾)(?=$|[\s\d:：])/u;
const COPYRIGHT = /(?:版权所有|版權所有|转载须经|未经\S{0,10}授权|不得转载|ICP备)/u;
/** “--- 第 2 页 ---”: what extractors put between pages. */
const PAGE_MARK = /^[-=_*~─━—–·\s[【]*(?:第\s?\d{1,3}\s?[页頁]|[Pp](?:age|\.)\s?\d{1,3})(?:\s?[／/]\s?\d{1,3}|\s?(?:共|of)\s?\d{1,3}\s?[页頁]?)?[-=_*~─━—–·\s\]】]*$/u;
const RULE = /^(?:\|?(?:\s?:?-{2,}:?\s?\|)+|[-=_*~─━—–·.•\s]{3,}|(?:[★☆※◇◆○●▲△■□]\s*){3,}|[-—–─·•]{1,2})$/u;

const LABEL = /(?:责任编辑|責任編輯|责编|責編|编辑|編輯|主编|采编|版面|版式|美编|校对|校對|组版|视觉|热线|熱線|电话|電話|邮箱|信箱|投稿|传真|地址|邮编|承印|爆料|奖励|网址|定价|主管|主办|代号|刊号|字数|浏览|阅读|微信|E-?mail)(?=[:：\s\u3000／/（(\d]|$)/giu;
/** Behind all labels but the last. */
const BEHIND_LABEL = /[:：\s\u3000／/（(\d]/;
/** “96×××帮办　读者打电话　记者去跑腿”: the name of a column is the number that its readers call. */
const HOT_LINE = /^\d{2,5}[×xX*]{2,6}\p{Script=Han}{2,4}(?:[\s\u3000]+\p{Script=Han}{3,8}){0,3}$/u;
/** “（本版照片除署名外均由甲摄）”, “本版文中观点仅供参考……”: of the whole page. */
const OF_PAGE = /^(?:本版|本组|本期|本刊)(?:文中|所有|全部)?(?:照片|图片|摄影|配图|观点|内容|信息|文章)(?=.{2,40}$)(?:.{0,6}(?:除|均|由|仅)|.{0,12}(?:供参考|提供|摄))/u;
/** “截至2025年9月23日”, “9月23日。”: of a sentence that a column broke. */
const OF_SENTENCE = /[。；]$|[，,]\D*\d{4}年|[到至于於为為是在自从從]\s?\d{4}年/u;
const COLOPHON = /^[^，。]{2,12}[：:]\d{3,4}[—－-]\d{2,8}[×xX*]*[\s\u3000].*(?:报料|爆料|线索)|^(?:国内统一|国内刊号|[^，。]{2,12}(?:主管主办|主办|出版)[\s\u3000]|[^，。]{0,8}(?:网址|邮箱|郵箱|電郵|信箱|热线|熱線|投稿)[:：]\s?\S+|新闻热线$|(?:本版|本组|本报)图片)/u;
/** “青山新闻　第5版”: the head of the next page, in the middle of a text. */
const RUNNING_HEAD = /^\p{Script=Han}{2,8}[\s\u3000]+第\s?[A-Z]?(\d{1,2})\s?版$/u;
/** “甲地开出一号线　　4版”, from the index of a front page. */
const INDEX_ENTRY = /^[^。]{4,40}[\s\u3000…·.>＞]{1,}(?:(?:详见|见)第?(?:[A-Z]?\d{1,2}|[一二三四五六七八])|[A-Z]?\d{1,2}|本)版$/u;
/** “甲地开出一号线　第二版”. */
const NUMBERED_ENTRY = /^(?!《|.*\d{4}年)[^。]{6,40}[\s\u3000]+第(?:\d{1,2}|[一二三四五六七八])版$/u;
/** “甲地开出一号线　▶▶A05”, “甲地开出一号线　→05版·文明”, “▷甲地开出一号线（报道见02版）” and “02版 ▏甲地开出一号线”. */
const PAGED_BAR = /^[^。]{5,36}[\s\u3000]*[▶►▷⇨⇒→]{1,2}\s?[A-Z]?\d{1,2}(?:版(?:·\p{Script=Han}{2,6})?)?$|^[▶►▷]\s?[^。]{5,40}[（(](?:详细|相关)?(?:报道|详)?见第?[A-Z]?\d{1,2}版[）)]?$|^第?[A-Z]?\d{1,2}版[\s\u3000]?[▏|丨│｜►▶][\s\u3000]?[^。]{5,40}$/u;
const INDEX_LINE = /^(?:(?:今日导读|今日看点|导读|要目)(?:[\s\u3000]{2,}\S{4}|[\s\u3000：:]+第?[A-Z]?\d{1,2}版)|[下本]期预告[：:])/u;
const INDEX = /^(?:(?:本报)?今日(?:导读|看点|要目|焦点)|(?:本报|版面|新闻|重点|要闻)?导读|本版目录|要目|目录|内容提要)$/u;

/** Whether a line is the title of an index, and whether one below it is an entry. */
export function isIndexTitle(text: string): boolean {
  return /^[\s\u3000]*[今导本版新重要目内]/u.test(text) && INDEX.test(text.replace(/[\s\u3000]/gu, ''));
}

export function isIndexEntry(text: string): boolean {
  return PAGED_ENTRY.test(text) || PAGED_BEHIND.test(text) || /^[^。]{5,36}[^\d。]\d{1,2}版$/u.test(text) || (text.length <= 40 && /^(?:\d{1,2}[.．、]|[·•▶])[\s\u3000]?[^。]+$/u.test(text));
}

/** What piece of furniture a line is, `null` where it is part of an article. */
export function readFurniture(text: string): Furniture | null {
  if (text.length > 120) return text.length <= 400 && isLongNotice(text) && !/记者|報訊|报讯/u.test(text) ? { ...NO_FACTS, role: 'advert' } : null;
  if (RULE.test(text)) return { ...NO_FACTS, role: 'rule' };
  if (isNotice(SPACED.test(text) ? text.replace(/[\s\u3000]/gu, '') : text)) return { ...NO_FACTS, role: 'advert' };
  if (/^(?:!?\[[^\]]*\]\([^)]*\)[\s>|]*)+\S{0,12}$/.test(text)) return { ...NO_FACTS, role: text.startsWith('!') ? 'rule' : 'navigation' };
  if (PAGE_MARK.test(text)) return { ...NO_FACTS, role: 'page-number', page: /\d+/u.exec(text)?.[0].replace(/^0+(?=\d)/, '') ?? null };
  const plain = withoutBrackets(text, '【[（(', '】]）)');
  if (CONTACT.test(plain) || (text.includes('@') && ASKS_TO_WRITE.test(text)) || INVITES.test(text) || INDICES.test(text) || (COPYRIGHT.test(text) && text.length < 60)) return { ...NO_FACTS, role: 'contact' };
  if (NAVIGATION.test(plain)) return { ...NO_FACTS, role: 'navigation' };
  // “责任编 辑 甲”: a blank fell into the first word.
  if (isStaff(plain) || (/\s/.test(plain.slice(1, LONGEST_LABEL)) && isStaff(plain.replace(BROKEN_LABEL, '$1')))) return { ...NO_FACTS, role: 'staff' };
  if (/^(?:题图|题字|题签|篆刻|刊头|尾花|压题|插图|插画)(?:[／/：:][^。]{1,20}|[\s\u3000]+\p{Script=Han}[\s\u3000]?\p{Script=Han}{1,2}(?:[（(][^）)]{2,10}[）)])?)$|^[^，。]{1,12}[（(](?:中?国画|油画|版画|水彩|水墨|书法|速写|剪纸|漫画|篆刻|木刻)[）)][\s\u3000]+\p{Script=Han}[\s\u3000]?\p{Script=Han}{1,3}(?:[\s\u3000]?[作绘画书])?$/u.test(text) || OF_PAGE.test(plain)) return { ...NO_FACTS, role: 'staff' };
  if (/^(?:正文|标题|作者)[:：]$/u.test(plain)) return { ...NO_FACTS, role: 'navigation' };
  if (HOT_LINE.test(text)) return { ...NO_FACTS, role: 'section', section: text };
  const supplement = SUPPLEMENT.exec(text)?.[1];
  if (supplement !== undefined) return { ...NO_FACTS, role: 'section', section: supplement };
  const head = readMasthead(text);
  const masthead = head?.role === 'date' && OF_SENTENCE.test(text) ? null : head;
  // A head of the page ends with its number, as an entry of an index does.
  if (masthead !== null && masthead.publication !== null) return masthead;
  const running = RUNNING_HEAD.exec(plain)?.[1];
  if (running !== undefined) return { ...NO_FACTS, role: 'page-number', page: running };
  if ((plain.endsWith('版') && (masthead?.issueDate ?? null) === null && (INDEX_ENTRY.test(plain) || (masthead === null && NUMBERED_ENTRY.test(plain)))) || INDEX_LINE.test(plain) || PAGED_BAR.test(plain) || isIndexTitle(plain)) return { ...NO_FACTS, role: 'navigation' };
  if (plain.length <= 16 && SECTION_NAME.test(plain.replace(/[\s\u3000．·]/gu, ''))) return { ...NO_FACTS, role: 'section', section: plain.replace(/[\s\u3000]/gu, '') };
  if (masthead === null && isSmallPrint(plain)) return { ...NO_FACTS, role: 'contact' };
  return masthead ?? ((isLabelled(plain) && !WRITTEN.test(plain)) || COLOPHON.test(plain) || DISCLAIMER.test(plain) ? { ...NO_FACTS, role: 'contact' } : null);
}

/** Two labels of a paper's own, and no sentence: “编辑 甲　组版 乙　邮箱 …”. */
function isLabelled(text: string): boolean {
  return text.length <= 110 && BEHIND_LABEL.test(text) && !/[。！？，]/u.test(text) && [...text.matchAll(LABEL)].length >= 2;
}

/** “本版编辑 甲　美编 乙”. */
export function isStaff(text: string): boolean {
  return STAFF.test(text) && !WRITTEN.test(text) && isShortLabels(text);
}

/** Labels and names, no sentence: “责任编辑：甲　版式：乙”. */
function isShortLabels(text: string): boolean {
  const words = text.slice(0, 61).split(/[\s\u3000:：／/、]+/u).filter((word) => word !== '');
  return text.length <= 60 && (/^\S{2,6}[:：]/u.test(text) ? !/[。！？，]/.test(text) : words.every((word) => word.length <= 4 || word.includes('@')));
}

/** Letters and digits at half width. */
function fullWidthAscii(text: string): string {
  return text.replace(/[\uff01-\uff5e]/gu, (char) => (char === '．' ? char : String.fromCharCode(char.charCodeAt(0) - 0xfee0)));
}

/** Cheaper than to read it: the head of a page is short, and its first word is, or it has three. */
export function mayBeHead(text: string): boolean {
  if (text.length > LONGEST_HEAD) return false;
  if (text.length <= LONGEST_WORD) return true;
  let words = 1;
  for (let i = 0; i < text.length; i += 1) {
    if (PARTING[text.charCodeAt(i)] !== 1) continue;
    if (words === 1 && i <= LONGEST_WORD) return true;
    if (i === 0 || PARTING[text.charCodeAt(i - 1)] !== 1) words += 1;
  }
  return words > 2;
}

const LONGEST_HEAD = 120;
/** Something of this is in the first word of a head: a number, a page, a paper, a day. */
const SIGN_OF_HEAD = /[\d０-９版报報刊年期周週拜]/;
/** “启 事”, “今 日 日 程”. */
const SPACED = /^\p{Script=Han}(?:[\s\u3000]\p{Script=Han}){1,5}$/u;
/** In the head of a page: a date of the lunar calendar. */
const LONGEST_WORD = 24;
/** By code: what parts the words of a head. */
const PARTING = new Uint8Array(0x10000);
for (const char of '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff|｜:：>＞·') PARTING[char.charCodeAt(0)] = 1;

/** A line of nothing but the paper's name, date, weekday, page and section. */
function readMasthead(text: string): Furniture | null {
  const alone = /^[-—–·\s]{0,4}(\d{1,2})[-—–·\s]{0,4}$/.exec(text)?.[1];
  if (alone !== undefined) return { ...NO_FACTS, role: 'page-number', page: alone.replace(/^0(?=\d)/, '') };
  // “7:42 背篼先上”: the hour of a part.
  if ((!mayBeHead(text) && !/^[A-Z]{4}/.test(text)) || /记者|記者|^\d{1,2}[:：]\d{2}[\s\u3000]/u.test(text)) return null;
  if (!SIGN_OF_HEAD.test(text) && !/^[A-Z]{4}/.test(text)) return null;
  const words = spacedLetters(fullWidthAscii(text)).split(/[\s\u3000|｜:：>·/]+/u).filter((word) => word !== '');
  if (words.length > 12) return null;
  // “要闻　04”.
  const [section = '', number = ''] = words;
  if (words.length === 2 && SECTION.test(section) && /^(?:0\d|[A-Z]\d{1,2})$/u.test(number)) return { ...NO_FACTS, role: 'page-number', page: number.replace(/^0/, ''), section };
  if (/^[A-Z]{4,}(?: [A-Z]{2,}){0,4}(?:[\s\u3000]+[^A-Z\s，。]{2,16}){0,3}$/u.test(text)) return { ...NO_FACTS, role: 'masthead' };
  if (isDatedHead(words)) return headOf(words);
  // “科学周刊　第612期　A13”, “市州视窗　青山日报　7”: what comes first is known by what follows.
  const isOf = (form: RegExp): boolean => words.some((word) => form.test(word));
  let evidence = (isOf(SERIAL) && isOf(PAGE_CODE)) || (isOf(PAPER) && (isOf(SERIAL) || isOf(/^\d{1,2}$/u))) ? 1 : 0;
  const found: Furniture = { ...NO_FACTS, role: 'page-number' };
  for (const word of words) {
    const page = pageIn(word) ?? (/^\d{1,2}$/.test(word) && words.length > 1 && found.page === null ? word : undefined);
    if (page !== undefined) found.page ??= page.replace(/^0+(?=\d)/, '');
    else if (PAPER.test(word) || (ANY_PAPER.test(word) && words.some((other) => /^[A-Z]{3,}$/.test(other)))) found.publication ??= word;
    else if (isDateWord(word)) found.issueDate ??= findDate(word);
    else if (/^[A-Z]{2,}$/.test(word) || DAY.test(word) || LUNAR.test(word) || SERIAL.test(word) || /^(?:数字报|电子版|今日\d{1,3}版)$/u.test(word)) evidence += 0;
    else if (evidence > 0 && STAFF.test(word)) break;
    else if (evidence > 0 && SECTION.test(word)) found.section ??= word;
    else return null;
    if (!SECTION.test(word) || found.publication === word || DAY.test(word) || PAGE.test(word)) evidence += 1;
  }
  if (evidence === 0) return null;
  if (found.publication !== null) return { ...found, role: 'masthead' };
  return { ...found, role: found.page === null ? 'date' : 'page-number' };
}

/** “第5版”, “③”, “A13”. */
function pageIn(word: string): string | undefined {
  return PAGE.exec(word)?.[1] ?? circledPage(word) ?? (PAGE_CODE.test(word) ? word : undefined);
}

function circledPage(word: string): string | undefined {
  const page = word.length === 1 ? CIRCLED.indexOf(word) : -1;
  return page < 0 ? undefined : String(page + 1);
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫';
/** Where to write to, and what is printed there. */
const CONTACT_WORD = /(?:邮箱|信箱|热线|電話|电话)$|^Tel$|@|^[\d()（）Xx×*—－-]{5,}$|零售价|定价|^\d[\d.]*元$/u;
const SERIAL = /^(?:总?第\d{1,6}期|第\d{1,6}号|[（(]?今日\d{1,3}版[）)]?|第\d{1,6}[期号][（(](?:今日\d{1,3}版|总第\d{1,6}期)[）)])$/u;
const STAFF_WORD = /^(?:责任编辑|责编|编辑|美编|校对|版式|视觉|组版)[/／]\S{2,4}$/u;

/** A full date among short words that make no sentence, with a weekday or a page: the head of a page, whatever the paper is called. */
function isDatedHead(words: readonly string[]): boolean {
  if (words.length < 3 || !words.some(isDateWord) || !words.every((word) => word.length <= 16 && !/[，。！？、；]/u.test(word))) return false;
  const rest = words.filter((word) => !isDateWord(word) && !CONTACT_WORD.test(word) && !SERIAL.test(word) && !STAFF_WORD.test(word) && !DAY.test(word) && !LUNAR.test(word));
  const marks = words.filter((word) => DAY.test(word) || PAGE.test(word) || PAGE_CODE.test(word) || SERIAL.test(word)).length;
  return marks > 0 && rest.every((word) => word.length <= 8);
}

/** The facts that the words of a page's head give. */
function headOf(words: readonly string[]): Furniture {
  const date = words.find(isDateWord);
  const page = words.map((word) => pageIn(word) ?? (/^\d{1,2}$/.test(word) ? word : undefined)).find((found) => found !== undefined);
  const publication = words.find((word) => PAPER.test(word)) ?? words.find((word) => ANY_PAPER.test(word)) ?? null;
  const found = { ...NO_FACTS, publication, issueDate: date === undefined ? null : findDate(date), page: page?.replace(/^0+(?=\d)/, '') ?? null };
  const section = words.find((word) => word !== publication && SECTION_NAME.test(word)) ?? null;
  return { ...found, section, role: publication !== null ? 'masthead' : page === undefined ? 'date' : 'page-number' };
}

/** “2026年11月9日—11月15日”: of a weekly. */
const DAYS = /^\d{4}年\d{1,2}月\d{1,2}日[—－~-]{1,2}(?:\d{1,2}月)?\d{1,2}日$/u;

function isDateWord(word: string): boolean {
  return findDate(word) !== null && (word.length <= 14 || DAYS.test(word) || /^\S{8,11}[（(]星期\S[）)]$/u.test(word));
}

/** Headings are set with spaces between the letters (“要　闻”): single characters are one word again. */
function spacedLetters(text: string): string {
  return text.replace(/(?<=^|[\s\u3000])(\p{Script=Han})[\s\u3000](?=\p{Script=Han}(?:$|[\s\u3000]))/gu, '$1');
}
