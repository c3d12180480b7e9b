import { readByline } from './byline.js';
import { readDateline } from './dateline.js';
import { isRow } from './items.js';
import { hasLeadHeadline } from './headline.js';
import { endsClause, endsSentence, isWider, ORNAMENT, ORNAMENTS } from './marks.js';
import type { PageLine } from './page-line.js';
import type { Role } from './roles.js';

/** What only courts, firms and owners have printed: words of theirs, and how their notices begin. Apart, each is looked for much quicker. */
const NOTICE_WORDS = /声明作废|聲明作廢|特此公告|特此声明|本(?:报|刊|社|台|公司|行|院)保留追究.{0,6}法律责任|(?:注销|解散|清算).{0,60}申报债权|以官方公告为准|活动最终解释/u;
/** How they begin, and corrections: “更正　本报11月5日……”. */
const NOTICE =
  /^[【[]?(?:更正|勘误|勘誤)[】\]]?(?:[\s\u3000:：]|(?=本[报報刊])).{0,30}[版期]|^[^，。]{2,30}[:：]本院受理|^(?:公告|遗失声明|拍卖公告|注销公告|招标公告|减资公告|清算公告|法律服务)$|^[^，。]{0,20}关于[^，。]{4,40}的(?:声明|启事|公告|通告|公示)$|^编者按[:：].*(?:来稿|投稿|刊出|本版|本栏)|^受委托，本公司|^【[^】]{2,12}】.{4,40}(?:电话|联系人|热线)[:：\d]/u;
/** What is on television, or when matches are played. */
const PROGRAMME = /^(?:[今明本][日晚周天](?:荧屏|电视|电影|赛事|节目|赛程|影院)|(?:荧屏|电视|电影|赛事|节目|赛程|影院)(?:预告|预报|导视|看点))[：:\s\u3000].{0,40}?(?:[\d０-９]{1,2}[：:∶][\d０-９]{2}|《)/u;
/** The title of such a list. */
const TIMETABLE = /^(?:[今明]日|今晚|今天|大会|本周)(?:荧屏|赛事|看点|电视|日程|议程|赛程|预告|活动)$|^(?:本周|本月|今日|健康|便民|社区|生活|服务|信息){0,2}(?:公告栏|公告牌|活动预告|活动日历|日历)$/u;
const TIMED = /^\d{1,2}[:：∶]\d{2}[\s\u3000]/u;
/** “排列三第2022203期：4 1 7”; “影讯 某影城 10:20 13:10”; “北部 中雪 -9℃～-2℃”. */
const LOTTERY = /^(?:排列[三五3５5]|七星彩|双色球|大乐透|福彩3D|体彩|福彩)\S{0,8}第\d{5,9}期/u;
const SCREENINGS = /^(?:影讯|影院|放映)[\s\u3000:：].*\d{1,2}[:：]\d{2}/u;
const WEATHER_OF = /^\p{Script=Han}{2,8}[\s\u3000]+(?:晴|阴|多云|[小中大暴阵雷]{1,3}[雨雪])\S{0,8}[\s\u3000]+-?\d{1,2}℃?\s?[～~至-]\s?-?\d{1,2}℃$|^(?:义诊|讲座|活动|展览|演出|赛事|停水|停电|停气)预告[:：\s\u3000]|^\S{0,4}(?:天气预报|今日天气|今天天气)[:：]|^天[气氣][:：]|^\p{Script=Han}{2,4}天气[\s\u3000]+今[天日]/u;
/** “今天白天：多云转阴，偏南风3级”. */
const WEATHER = /^\p{Script=Han}{2,4}(?:今天|今日|今晚|明天)[^，。]{0,12}(?:晴|阴|多云|雨|雪)[^，。]*℃[^，。]*$|^(?:今晚|今天|今日)到(?:明天|明日|今晚)[^。]{0,20}(?:晴|阴|多云|雨|雪|℃)|^(?:今天|今日|今晚|明天|明日|后天)(?:(?:白天|夜间|夜里|晚上)?[：:]\s?\S{0,20}(?:晴|阴|多云|雨|雪|℃)|(?:晴|阴|多云|小雨|中雨|阵雨|雷)[^。]{0,20}℃)/u;
/** “某县人民法院公告”. */
const OF_OFFICE = /^\p{Script=Han}{2,16}(?:法院|公司|管理局|委员会|街道办事处|管理处|政府|[局厅办])(?:公告|公示|通告|声明)$/u;
/** Three phrases in wide blank room, and words of a shop. */
const SHOP = /^(?!.*(?:[。，：]|记者))(?=.*(?:[\d０-９]元(?!／|\/)|优惠|促销|酬宾|开业|热销|特产|百货|商场|以旧换新|抢购|团购|批发|招商|转让))[^\u3000]{2,16}(?:\u3000+[^\u3000]{2,20}){2,}$/u;
/** A telephone number, also with its last digits hidden; of a line without a sentence it makes an advert. */
const TELEPHONE = /(?:电话|热线|手机|微信|咨询)[:：]?\s?(?:\d{3,4}[-—－]{1,2}\d{2,8}|1\d{2,10}|\d{2,7}(?=[×xX*]))[×xX*]*/u;
const LONGEST_LINE = 60;
/** What stands under a notice: who had it printed, when, and where to ask. */
const SIGNATURE = /^[^，。！？]{2,24}(?:法院|公司|报社|事务所|委员会|[^，。]局|政府|中心|商行|小组|办公室|部)$|^\d{4}年\d{1,2}月\d{1,2}日$|(?:地址|电话|联系人|联系方式|邮编)[:：]|^[^。，]{2,12}[｜|][^。，]{2,12}[｜|]|^[^。，]{2,12}[\s\u3000]\d[\d-]*[×xX*]{2,}\d*$/u;
/** Over words that water or power is cut. */
const HINT = /^(?:温馨提示|友情提示|温馨提醒)$/u;
const OF_SUPPLY = /停[水电气热]|断[水电气]/u;
const MARKED_QUOTE = new RegExp(`^(?:>\\s?|[${ORNAMENTS}]\\s?)`, 'u');
const IN_MARKS = /^“([^“”]+)”$/u;
const SHORTEST_QUOTE = 10;
const LONGEST_QUOTE = 48;

/** A notice, an advert, the weather or a lottery: what a paper prints between articles. */
export function isNotice(text: string): boolean {
  if (/^【广告】|^[“「《]?[^，。]{2,16}[”」》]?(?:征文|征稿|征集|招聘)启事$|^[【[■●▲◆★□]?(?:遗失声明|遺失聲明|注销公告|減資公告|减资公告|清算公告|拍卖公告|招标公告|招租|(?:寻人|招领|征文|征稿|征集|招聘|招生|本[报刊])?启事|啟事|征婚|讣告|訃告|更正|勘误|勘誤|征稿|徵稿|寻目击者|(?:认领|招领|悬赏|协查|征集|道路|交通|施工|迁址|更名)(?:公告|启事|通告|通知)|寻人|停[电水气热](?:公告|信息|通知|通告|预告)|(?:讲座|义诊|展览|演出)预告|认尸启事|公示|通告|致歉|声明)(?:[】\]\s\u3000：:]|$)/u.test(text)) return true;
  if (/^(?:(?:今日|明日|今天|明天|后天|今明)(?:两天)?天气|(?:今日|明日|今天|明天|后天)[\s\u3000])|^天气预报(?=$|[\s\u3000:：（(])|^空气质量指数|^(?:外汇牌价|外匯牌價|[今昨]日汇率)/u.test(text)) return true;
  if (/^(?:温馨)?(?:提醒|提示)[\s\u3000].*停[水电气]/u.test(text)) return true;
  if (LOTTERY.test(text) || SCREENINGS.test(text) || WEATHER_OF.test(text) || WEATHER.test(text) || OF_OFFICE.test(text) || /^[今昨]日(?:收盘|行情|菜价|开奖)[\s\u3000]/u.test(text)) return true;
  if (TIMETABLE.test(text) || PROGRAMME.test(text) || (text.includes('\u3000') && SHOP.test(text)) || isLongNotice(text)) return true;
  if (text.length <= LONGEST_LINE && !/[。，]|记者/u.test(text) && TELEPHONE.test(text)) return true;
  return /开奖公告|中奖号码|奖池余额|(?:福彩|体彩|双色球|大乐透).{0,20}期/u.test(text) && !/记者|讯/.test(text);
}

/** A notice of several sentences, which no article has. */
export function isLongNotice(text: string): boolean {
  return NOTICE_WORDS.test(text) || NOTICE.test(text);
}

/** Signatures under notices go with them, in `roles`; and so do words of the text that are printed again in large type, inside it. */
export function spreadNotices(lines: readonly PageLine[], roles: Role[]): void {
  const quotes: number[] = [];
  let within = false;
  /** Under “广　告”. */
  let adverts = false;
  /** Lines that may follow the title of a notice; of one that says where it ends, all do. */
  let body = 0;
  let closed = false;
  roles.forEach((printed, i) => {
    const text = lines[i]?.text ?? '';
    const role = printed.kind === 'text' && HINT.test(text) && isOfSupply(lines, i) ? (roles[i] = residue('advert')) : printed;
    if (role.kind === 'furniture') {
      const close = lines.slice(i + 1, i + LONGEST_CLOSED).findIndex((line) => CLOSES.test(line.text));
      closed = close >= 0;
      body = role.furniture.role !== 'advert' ? 0 : closed ? close + 1 : isTitleOfNotice(text) || (isWider(text, NARROWEST_BODY) && !/[。）)]$/u.test(text) && !/[\s\u3000｜]/u.test(text)) ? LONGEST_BODY : 0;
      // “某县人民政府” over “关于……的通告”.
      if (closed && roles[i - 1]?.kind === 'text' && SIGNATURE.test(lines[i - 1]?.text ?? '')) roles[i - 1] = residue('advert');
      within = role.furniture.role === 'advert' || (within && role.furniture.role === 'date');
      adverts = role.furniture.section === '广告' || role.furniture.section === '廣告' || (adverts && within);
    } else if (adverts && role.kind === 'text' && text.length <= LONGEST_LINE && /\S\u3000\S/u.test(text) && !endsSentence(text)) roles[i] = residue('advert');
    else if (body > 0 && role.kind === 'text' && (closed || goesOnNotice(lines, i))) {
      roles[i] = residue('advert');
      body -= 1;
    } else if (within && text.length <= LONGEST_LINE && SIGNATURE.test(text) && !endsSentence(text) && !opensStory(lines[i + 1]?.text ?? '')) roles[i] = residue('advert');
    else {
      within = adverts = false;
      body = 0;
      if (role.kind === 'text' && mayBeQuote(lines, i)) quotes.push(i);
    }
  });
  for (const i of quotes) {
    const text = lines[i]?.text ?? '';
    const said = text.replace(MARKED_QUOTE, '').replace(IN_MARKS, '$1');
    // A headline is said again below, words of the text were said above.
    const near = lines.slice(Math.max(0, i - NEAR), ORNAMENT.test(text) ? i : i + NEAR);
    if (near.some((other) => other !== lines[i] && saysSame(other.text, said))) roles[i] = residue('pull-quote');
  }
}

function isOfSupply(lines: readonly PageLine[], i: number): boolean {
  return lines.slice(i + 1, i + 3).some(({ text }) => OF_SUPPLY.test(text));
}

function goesOnNotice(lines: readonly PageLine[], i: number): boolean {
  const [above = '', text = '', below = ''] = [i - 1, i, i + 1].map((n) => lines[n]?.text);
  return !endsTimetable(above, text) && (isOfNotice(text, below) || isBroken(above, text));
}

/** Below the last of its hours a timetable has no sentences. */
function endsTimetable(above: string, text: string): boolean {
  return TIMED.test(above) && !TIMED.test(text) && text.length > LONGEST_LINE;
}

const LONGEST_TITLE = 16;
const LONGEST_BODY = 5;
/** Of a notice that says where it ends. */
const LONGEST_CLOSED = 14;
const CLOSES = /^特此(?:公告|通告|声明|公示)[。.]?$|^(?:特|谨)此更正(?:[，,]\S{0,12})?[。.]?$/u;
/** Narrower lines that end no sentence are headlines of what follows. */
const NARROWEST_BODY = 14;

function isTitleOfNotice(text: string): boolean {
  return text.length <= LONGEST_TITLE && /^[【[]?\p{Script=Han}+[】\]]?$/u.test(text.replace(/[\s\u3000“”「」]/gu, ''));
}

/** What stands above it is a headline. */
function opensStory(text: string): boolean {
  return readDateline(text) !== null || readByline(text) !== null;
}

/** “因管道碰口，12月13日9时至” over “17时，……”, and the first line of such a text: a column breaks the sentences of a notice, too. */
function isBroken(above: string, text: string): boolean {
  return isTitleOfNotice(above) ? /[，,]/u.test(text) && readDateline(text) === null : /[，,]/u.test(above) && !endsClause(above);
}

function isOfNotice(text: string, below: string): boolean {
  if (readDateline(text) !== null || hasLeadHeadline(text)) return false;
  return endsSentence(text) || isRow(text) || TIMED.test(text) || (!opensStory(below) && (isWider(text, NARROWEST_BODY) || SIGNATURE.test(text)));
}

/** `text` has the words as a sentence of its own or at the end of one, and more; what only goes on from the line above has not. */
function saysSame(text: string, said: string): boolean {
  const at = text.length > said.length + 4 ? text.indexOf(said) : -1;
  return at === 0 || (at > 0 && (!endsSentence(said) || /[。！？；，：“]/u.test(text.charAt(at - 1))));
}

/** Lines about a pull quote in which its words are looked for. */
const NEAR = 40;

/** Words below a paragraph or between its halves, or marked as a quotation. */
function mayBeQuote(lines: readonly PageLine[], i: number): boolean {
  const { text = '' } = lines[i] ?? {};
  if (ORNAMENT.test(text) && text.length > 6 && text.length <= LONGEST_QUOTE) return true;
  if (text.length < SHORTEST_QUOTE || text.length > LONGEST_QUOTE) return false;
  const above = lines[i - 1]?.text ?? '';
  return text.startsWith('>') || (above.length > LONGEST_QUOTE && endsSentence(text) && (!endsSentence(above) || !/？”?$/u.test(text)));
}

function residue(role: 'advert' | 'pull-quote'): Role {
  return { kind: 'furniture', furniture: { role, publication: null, issueDate: null, page: null, section: null } };
}
