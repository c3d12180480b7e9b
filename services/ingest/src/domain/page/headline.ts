import { wordGainOf } from './junction.js';
import { ORNAMENT, widthOf } from './marks.js';
import type { PageLine } from './page-line.js';

export interface Headline {
  kicker: string | null;
  title: string | null;
  subtitle: string | null;
}

/** One headline of two phrases is no wider than this; a kicker and a title on one line are. A wide blank parts sooner. */
const WIDEST_TITLE = 34;
const WIDEST_SPACED_TITLE = 24;
const SHORTEST_PART = 6;
const WIDEST_COLUMN_NAME = 6;
const WIDEST_WORD = 4;
const WIDEST_ATTENDED = 12;
const WIDEST_TWO_PHRASES = 16;
const WIDEST_DECK = 23;
/** ln of how much likelier words are as one than as the lines of a headline have them: of 140 such lines that are apart on our own pages none is above 3.3. */
const BROKEN_WORD = 6;
/** Lines of a title in a column. */
const NARROWEST_OF_TITLE = 4;
const WIDEST_OF_TITLE = 12;
const UNLIKE_IN_TITLE = 3.5;
const WIDEST_ON_ONE = 13;
/** No headline ends so. */
const LEANS = /^[^，。：；！？]{2,16}(?:[的在和与及将把被从是以对由使]|研究|部署|审议|听取)$/u;
const BRACKETS = [['“', '”'], ['「', '」'], ['《', '》'], ['【', '】'], ['（', '）']] as const;
/** A subtitle on the line of its title: “新桥通车 ——从提案到落成的三年”. */
const DASHED = /(?<=\S{4})[ \u3000]+(?:——|－－|—)\S{4,}$/u;
const PHRASES = /\S{4,}[ \u3000]\S{4,}/u;
/** “渡口记忆② 三只闹钟”: the name of a series with its number. */
const SERIES = /^(\p{Script=Han}{4}(?= \S{4,}[，,]\S{4,}$)|\S{2,10}(?:[①-⑳]|之[一二三四五六七八九十]{1,2}|[（(][一二三四五六七八九十上中下]{1,2}[）)]))[ \u3000]+(?=\S{4})/u;
const FIGURES = /(?:[一二三四五六七八九十百千万两]{2,}|[二三四五六七八九十两]|\d[\d.]*)[余多]?(?:个|名|场|批|成|年|天|所|元|人|次|家|件|条|岁|张|万|亿|倍|[%％])/u;
const ASKS = /[？?]|怎么|如何|为何|为什么|何以|谁|还是|能不能|吗$/u;

/** How often titles stand on two lines: where text is not broken at a column's end never, else sometimes, or mostly where the page's headlines show it. */
export type TitlesOnTwo = 'never' | 'some' | 'most';
/** Below these odds (ln) of a kicker and its title two lines that may be one title are one. */
const LIKELY_KICKER: Readonly<Record<TitlesOnTwo, number>> = { never: -Infinity, some: 0.5, most: 2 };

/** `isHeading`: which of the lines, of which text is broken at a column's end, are headings. On our own pages this tells the two kinds apart. */
export function titlesOnTwo(lines: readonly PageLine[], isHeading: (i: number) => boolean): TitlesOnTwo {
  let [pairs, wide] = [0, 0];
  lines.forEach((line, i) => {
    if (!isHeading(i) || isSubtitle(line.text)) return;
    const below = lines[i + 1];
    if (widthOf(line.text) > WIDEST_ON_ONE) wide += 1;
    else if (below !== undefined && isHeading(i + 1) && areAlike(line, below)) pairs += 1;
  });
  return pairs > wide ? 'most' : 'some';
}

/** Which line of a headline is which: the kicker above, the title, the subtitle below. */
export function readHeadline(printed: readonly PageLine[], onTwo: TitlesOnTwo = 'never'): Headline {
  const { lines, whole } = joined(printed, onTwo);
  const texts = lines.map((line) => line.text.replace(/\*\*/g, '').replace(ORNAMENT, ''));
  const at = whole ?? titleIndex(lines, texts);
  const title = texts[at];
  if (title === undefined) return { kicker: null, title: null, subtitle: null };
  const kicker = textOf(texts.slice(0, at));
  const subtitle = textOf(texts.slice(at + 1));
  const dashed = subtitle === null ? DASHED.exec(title) : null;
  if (dashed !== null) return { kicker, title: title.slice(0, dashed.index), subtitle: dashed[0].trim() };
  return kicker === null && whole === null ? { ...partTitle(title), subtitle } : { kicker, title, subtitle };
}

/**
 * A line goes on in the next where it ends with a comma, “潮水退去之后，” over “谁在守红树林”, or where a word, a phrase or what is in brackets is broken.
 * `whole`: which of the lines is a title that stood on two.
 */
function joined(printed: readonly PageLine[], onTwo: TitlesOnTwo): { lines: PageLine[]; whole: number | null } {
  const lines: PageLine[] = [];
  for (const line of printed) {
    const last = lines.at(-1);
    const blank = last === undefined ? null : /[，,、]$/u.test(last.text) ? ' ' : isBroken(last.text, line.text) ? '' : null;
    if (last !== undefined && blank !== null) lines[lines.length - 1] = { ...last, text: `${last.text}${blank}${line.text}` };
    else lines.push(line);
  }
  const whole = onTwo === 'never' ? null : titleOnTwo(lines, LIKELY_KICKER[onTwo]);
  const [above, below] = whole === null ? [] : [lines[whole], lines[whole + 1]];
  if (whole !== null && above !== undefined && below !== undefined) lines.splice(whole, 2, { ...above, text: `${above.text} ${below.text}` });
  return { lines, whole };
}

/** The first of two lines that are one title, `null` where there are none: those that what stands above and below goes with best. */
function titleOnTwo(lines: readonly PageLine[], likelyKicker: number): number | null {
  let best: number | null = null;
  let most = -Infinity;
  lines.forEach((above, i) => {
    const below = lines[i + 1];
    if (below === undefined || !areOfOneTitle(above, below, likelyKicker)) return;
    const title = `${above.text} ${below.text}`;
    const [kicker, subtitle] = [lines[i - 1]?.text, lines[i + 2]?.text];
    const odds = (kicker === undefined ? 0 : kickerOdds(kicker, title)) - (subtitle === undefined ? 0 : kickerOdds(title, subtitle)) - kickerOdds(above.text, below.text);
    if (odds > most) [best, most] = [i, odds];
  });
  return best;
}

/** Two narrow lines, about as wide as each other: a title that is too wide for its column. */
function areOfOneTitle(above: PageLine, below: PageLine, likelyKicker: number): boolean {
  // A subtitle has phrases of its own.
  if (!areAlike(above, below) || COLUMN_OF_TWO.test(above.text) || (/[，,]/u.test(below.text) && !/[，,]/u.test(above.text))) return false;
  return kickerOdds(above.text, below.text) < likelyKicker;
}

/** “走企业·看创新”: the name of a column. */
const COLUMN_OF_TWO = /^\p{Script=Han}{2,5}·\p{Script=Han}{2,5}$/u;

function areAlike(above: PageLine, below: PageLine): boolean {
  const [first, second] = [widthOf(above.text), widthOf(below.text)];
  return above.level === below.level && !isSubtitle(below.text) && Math.min(first, second) >= NARROWEST_OF_TITLE && Math.max(first, second) <= WIDEST_OF_TITLE && Math.abs(first - second) <= UNLIKE_IN_TITLE;
}

/** “供热公司：……”: who says so begins a line of its own. */
const SPEAKS = /^\p{Script=Han}{2,8}[：:]\S/u;

function isBroken(above: string, below: string): boolean {
  if (BRACKETS.some(([open, close]) => isLeftOpen(above, below, open, close))) return true;
  return (LEANS.test(above) || wordGainOf(above, below) > BROKEN_WORD) && !SPEAKS.test(below);
}

function isLeftOpen(above: string, below: string, open: string, close: string): boolean {
  const [closed, opened] = [below.indexOf(close), below.indexOf(open)];
  // A straight mark may have closed it.
  return !above.includes('"') && above.lastIndexOf(open) > above.lastIndexOf(close) && closed !== -1 && (opened === -1 || closed < opened);
}

/** “【新桥通车】昨日，……”: a brief whose headline opens its text. */
const LEAD_HEADLINE = /^【([^】]{6,40})】[\s\u3000]?(?=\S{2}.{10})/u;

const SHORTEST_TEXT = 12;
const PART_OF_PIECE = new RegExp(`${ORNAMENT.source}(?:现象|现状|现场|调查|追问|探因|原因|分析|专家|观点|声音|回应|建议|对策|提醒|延伸|背景|数据|探访|走访|释疑|困境|破题|破局|样本|故事|记者手记|案情(?:回放|简介|回顾)?|(?:法院|法庭)(?:审理|判决|裁判)|裁判(?:结果|要旨)|典型意义|(?:同行|法官|律师|检察官|专家|民警|医生)(?:说法|释法|提醒|点评|观点|建议|寄语))(?:[\\s\\u3000：:]|$)`, 'u');
/** “▲新桥通车　昨日，……”, “▲青山　新桥通车　昨日，……”: the same under an ornament, with a wide blank behind, and perhaps its place before. */
const ORNAMENTED = new RegExp(`${ORNAMENT.source}(?=[^\\u3000]*\\p{Script=Han}{2})((?:\\p{Script=Han}{2,4}\\u3000)?[^\\u3000。；]{2,30})\\u3000+(?=\\S{6}|\\S{2,5}[讯訊电電]\\u3000)`, 'u');
/** “青山：新桥通车　昨日，……”, “青山｜新桥通车　昨日，……”: behind its place, with a wide blank. */
const PLACED = /^(\p{Script=Han}{2,8}[：｜|][^\u3000，。；]{4,30})\u3000+(?=\S)/u;

/** “▶青山镇 新桥通车 12月3日，……”: with its place and narrow blanks, before a day. */
const NARROW = new RegExp(`${ORNAMENT.source}(\\p{Script=Han}{2,6}[乡镇鄉鎮村县縣市区區][ ][^，。 ]{4,24})[ ]+(?=(?:\\d{1,2}月)?\\d{1,2}日|近日|日前|昨日|今日)`, 'u');
/** “**新桥通车**　昨日，……”. */
const BOLD = /^\*\*([^*]{4,24})\*\*[\s\u3000]+(?=\S{12})/u;

/** “青山公司：新桥通车丨昨日，……”, “｜新桥通车｜昨日，……”. */
const BARRED = /^[丨｜|]?(?<title>(?<=[丨｜|])[^丨｜|。]{4,30}|\p{Script=Han}{2,8}[：:][^，。；丨｜|]{4,26})[丨｜|][\s\u3000]*(?=\S{12})/u;

export function readLeadHeadline(text: string): string | null {
  const bold = BOLD.exec(text)?.[1] ?? NARROW.exec(text)?.[1] ?? BARRED.exec(text)?.groups?.['title'];
  if (bold !== undefined) return bold;
  const [lead, placed] = ORNAMENTED.exec(text) ?? PLACED.exec(text) ?? [];
  // “◆青山　新桥通车” by itself is a headline of two phrases.
  if (lead !== undefined && placed !== undefined && (isPartOfPiece(text) ? text.includes('。') : text.length - lead.length >= SHORTEST_TEXT || /[，。；]/u.test(text.slice(lead.length)))) return placed.replace('\u3000', ' ');
  const title = LEAD_HEADLINE.exec(text)?.[1] ?? null;
  return title === null || !text.includes('。') || /[讯訊电電]$|记者|記者/u.test(title) ? null : title;
}

/** “■现象　一张船票卖到两百元”: a subhead. */
export function isPartOfPiece(text: string): boolean {
  return PART_OF_PIECE.test(text);
}

/** What stands behind a headline that opens its text. */
export function withoutLeadHeadline(text: string): string {
  const title = readLeadHeadline(text);
  const at = title === null ? -1 : text.indexOf(title);
  return title === null || at < 0 ? text : text.slice(at + title.length).replace(/^[\s\u3000】｜|丨*]+/u, '');
}

export function hasLeadHeadline(text: string): boolean {
  return readLeadHeadline(text) !== null;
}

function titleIndex(lines: readonly PageLine[], texts: readonly string[]): number {
  const levels = lines.map((line) => line.level || 9);
  const highest = Math.min(...levels);
  if (highest < Math.max(...levels)) return levels.indexOf(highest);
  const [first = '', second = ''] = texts;
  const below = texts.findIndex((text, i) => i > 0 && isSubtitle(text));
  if (below > 0) return below - 1;
  if (texts.length < 2) return 0;
  // A kicker and a title share the first line.
  if (partsOf(first) !== null && !ATTENDED.test(first)) return 0;
  // “青山街道” over “楼道里添了书架”: where it was.
  const place = texts.findIndex((text, i) => i < Math.min(2, texts.length - 1) && PLACE.test(text));
  if (place >= 0) return place + 1;
  if (texts.length >= 3) return DECIDED.test(second) ? 0 : 1;
  return kickerOdds(first, second) > 0 ? 1 : 0;
}

/** The name of a part of a county or a city, alone. */
const PLACE = /^\p{Script=Han}{2,5}(?:街道|[镇鎮乡鄉]|社区)$/u;
/** “某会召开　甲讲话　乙主持”, “甲出席并讲话”: who was there is no title. */
const ATTENDED = /(?:^|[\s\u3000])\p{Script=Han}{2,4}(?:(?:出席|主持)?并?讲话|致辞|主持|出席)$/u;
/** What a meeting did, below its name. */
const DECIDED = /^(?:决定|听取|审议|通过|表决)/u;

/** “某地以新桥带动渡口发展”: by what who did it, below what came of it. */
const MEANS = /^\p{Script=Han}{2,8}[以用靠借]\p{Script=Han}{2,10}(?:提升|推动|促进|带动|激活|破解|助力|赋能)/u;

/** “——船工转岗见闻”. */
export function isSubtitle(text: string): boolean {
  return /^(?:——|－－|--|—|-)/.test(text);
}

/** Of two lines, is the first a kicker? It tells soberly what happened and where; the title below is short and speaks in images. */
function kickerOdds(first: string, second: string): number {
  let odds = -0.6;
  if (ATTENDED.test(second) && widthOf(second) <= WIDEST_ATTENDED) odds -= 4;
  if (/(?:——|[：:])$/.test(first)) odds += 3;
  if (/(?:交界处|期间|之际|之后|系列报道|调查|追踪|观察|现场会|[联决]赛|锦标赛|邀请赛|公开赛|世界杯|大会|展|召开|发布|揭晓|收官|开幕|闭幕|落幕|启幕|开跑|透视|见闻|手记|专访|侧记|札记|样本|回访|风采|选登|选刊|掠影|值班室|会客厅|面对面|信箱|讲堂|夜话|时评|扫描|盘点|综述|第\S{1,3}(?:场|轮|站|季|赛段|回合)|之[一二三四五六七八九十]|在一线|上的故事)$/u.test(first)) odds += 2;
  if (SCORE.test(first) && !SCORE.test(second)) odds += 1.5;
  // Who spoke there, above what he asked for.
  if (/(?:主持|讲话|出席|强调|指出|要求|召开会议|调研时|会见)$/u.test(first)) odds += 1.5;
  // The name of a column.
  if (widthOf(first) <= WIDEST_COLUMN_NAME && (widthOf(second) > widthOf(first) || widthOf(second) <= WIDEST_WORD)) odds += 2;
  // “渡口记忆②”, “城市24小时·凌晨三点”: a series.
  if (/[①-⑳]$|[（(][上中下一二三四五六七八九十][）)]$|连载[\s\u3000]?[\d①-⑳]*$/u.test(first)) odds += 2.5;
  if (/^[^，。]{2,12}[·・]\S{2,8}$|^\p{Script=Han}{2,6}[·・]\p{Script=Han}{9,16}$/u.test(first)) odds += 1.5;
  // “产区直击 ▏ 四川洪雅”.
  if (/^[^▏|｜丨│]{2,8}[▏|｜丨│][\s\u3000]?\S{2,8}$/u.test(first)) odds += 2.5;
  // Where it was, or who was asked.
  if (/^(?:访|走进|走近|专访|对话)/u.test(first)) odds += 1.5;
  // “从……到……”, “甲有乙 丙不丁”: what it is about, in a saying.
  if (/^从.{2,12}到|^不?让/u.test(first)) odds += 2.4;
  // “让街区留得住烟火”: what was done, below of what it was done for.
  if (/^让/u.test(second)) odds += 1;
  if (/^\S{3,6}[ \u3000，,]\S{3,6}$/u.test(first)) odds += 1;
  // A subtitle adds numbers, or says what was asked for.
  if ((/^(?:[二三四五六七八九十百千两]|\d)/u.test(second) && !/[，,]/u.test(second)) || /^(?:要求|预计|对话|探访|多地|占比|首批|最高|平均|须|限|比[去上往]年|较[去上往]年)/u.test(second)) odds -= 1;
  else if (DECIDED.test(second) || MEANS.test(second)) odds -= 2.5;
  else if (FIGURES.test(second) && !FIGURES.test(first)) odds -= 0.5;
  // “……调查”, “……手记” below a title says what kind of text it is.
  if (/(?:调查|手记|侧记|纪实|见闻|推进会|启示|记事|侧写|现场会)$/u.test(second)) odds -= 2.4;
  // Wider lines are two headlines of equal rank.
  const isNarrow = Math.max(widthOf(first), widthOf(second)) <= WIDEST_DECK;
  if (isNarrow && FIGURES.test(first) && !FIGURES.test(second)) odds += 0.6;
  // A title asks; what stands over it says of what.
  if (isNarrow && ASKS.test(second) && !ASKS.test(first)) odds += 1.5;
  if (ASKS.test(first) && !ASKS.test(second)) odds -= 1;
  if (/[，,]/u.test(second) && !/[，,]/u.test(first) && widthOf(second) <= WIDEST_TWO_PHRASES) odds += 0.6;
  // One thing stands for the whole: “一张网织出的生意”.
  if (/^一(?!起|次|场|例|批)\p{Script=Han}/u.test(second)) odds += 0.8;
  const ratio = widthOf(first) / Math.max(1, widthOf(second));
  if (widthOf(first) > 14) odds += Math.max(0, Math.min(2, (ratio - 1.2) * 1.6));
  if (ratio < 1) odds -= 0.3;
  if (isFigurative(second) && !isFigurative(first)) odds += 0.6;
  // “夏季用电再创新高” over “海岛微电网试运行 停电四小时不察觉”: of two phrases, and the wider, is the title.
  if (PHRASES.test(second) && !PHRASES.test(first) && ratio < 0.65) odds += 0.6;
  if (isFigurative(first) && !isFigurative(second)) odds -= 0.4;
  return odds;
}

/** “甲1比2乙”. */
const SCORE = /\d(?:比|[∶:：])\d/u;

function isFigurative(text: string): boolean {
  return /[“”「」"！!？?]|\S[ \u3000]\S/u.test(text);
}

/** “甲地出台办法 乙事不再难办”: on one line, a part before a blank is the kicker where the line is too wide for one headline. */
function partTitle(title: string): { kicker: string | null; title: string } {
  const parts = partsOf(title);
  return parts === null ? { kicker: null, title } : { kicker: parts[0], title: parts[1] };
}

function partsOf(printed: string): [string, string] | null {
  const series = SERIES.exec(printed);
  if (series !== null) return [series[1] ?? '', printed.slice(series[0].length)];
  const text = printed.replace(/ {2,}/gu, '\u3000');
  const width = widthOf(text);
  const wide = text.includes('\u3000');
  if (width <= (wide ? WIDEST_SPACED_TITLE : WIDEST_TITLE)) return null;
  let best: [string, string] | null = null;
  let least = Infinity;
  for (let at = 1; at < text.length - 1; at += 1) {
    if (text.charAt(at) !== (wide ? '\u3000' : ' ')) continue;
    const parts: [string, string] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    const difference = Math.abs(widthOf(parts[0]) - widthOf(parts[1]));
    // “【栏目】” belongs to the headline behind it.
    const closed = !parts[0].includes('【') || parts[0].includes('】');
    if (!closed || Math.min(widthOf(parts[0]), widthOf(parts[1])) < SHORTEST_PART || difference >= least) continue;
    best = parts;
    least = difference;
  }
  return best;
}

function textOf(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join(' ');
}
