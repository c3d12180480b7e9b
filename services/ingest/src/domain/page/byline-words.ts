import { OUTLET_END, OUTLET_NAME } from './outlets.js';

/** Compound surnames of the traditional Hundred Family Surnames: only with one of these is a name four characters long. */
const COMPOUND =
  '欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|夏侯|轩辕|軒轅|濮阳|濮陽|宇文|长孙|長孫|司徒|司空|端木|东郭|' +
  '贺兰|賀蘭|南宫|南宮|呼延|独孤|澹台|公冶|钟离|鍾離|申屠|闻人|聞人|赫连|赫連|淳于|万俟|百里|鲜于|鮮于|拓跋|闾丘|閭丘|太叔|宗政|公羊|仲孙|仲孫|左丘|西门|西門|东门|東門|第五|段干|巫马|巫馬';
const NAME = new RegExp(
  `^(?:\\p{Script=Han}{2,3}|(?:${COMPOUND})\\p{Script=Han}{1,2}|\\p{Script=Han}{1,6}·\\p{Script=Han}{1,7}(?:·\\p{Script=Han}{1,6})?)$`,
  'u',
);
const COMPOUND_AT_START = new RegExp(`^(?:${COMPOUND})`, 'u');
/** Words that end a phrase of the text, never a name: “记者 了解到”. */
const SPEECH = /[到说說称稱悉]$|(?:报道|報道|報導)$/;

/** “本报”, “新华社”, “澜州日报”, “县融媒体中心”: whatever a reporter works for. */
const OUTLET = `(?:(?:\\p{Script=Han}{2,5}[·・—-])?${OUTLET_NAME}[·・—-]?)`;
const RANK =
  '(?:前方|随队|随军|执笔|参与|总台|全媒体|全媒體|融媒体|融媒體|融媒|校媒|校园|校園|学生|小|摄影|攝影|文字|帮办|热线|调查|特派|特约|特約|特聘|首席|见习|見習|实习|實習|资深|資深|高级|主任|驻\\p{Script=Han}{1,4})';
const POST = '(?:荐书人|推荐人|领读人|主讲人|讲评人|点评人|采写|采訪|采访|执笔人|执笔|评论员|評論員|时评员|时评人|评论人|专栏作家|专栏作者|主笔|特派员|特派員|译者|譯者|翻译|记者|記者|实习生|實習生|研究员|主持人|口述|讲述人?|记录|执教|授课|评析|点评|通讯员|通訊員|撰稿人|撰稿|作者|编译|編譯|(?:策划|采访|统筹)?整理|心理顾问|法律顾问|顾问|(?:主持|公益|值班)?律师|分析员|分析师|观察员|报道员|摄影师|[读讀]者(?=[\\s\u3000：:]|$))';
const ROLE = new RegExp(`^(${OUTLET}{0,2}${RANK}{0,3}${POST})[:：/／｜|]?`, 'u');

/** What those named did, `none` for what makes nobody an author. Before names it announces them, behind names it speaks of those. */
const WORKS: ReadonlyMap<string, Work> = new Map([
  ['文', 'text'],
  ['报道', 'text'],
  ['報道', 'text'],
  ['報導', 'text'],
  ['报导', 'text'],
  ['图文报道', 'both'],
  ['综合', 'text'],
  ['口述', 'text'],
  ['讲述', 'text'],
  ['本期坐诊', 'text'],
  ['坐诊', 'text'],
  ['答疑', 'text'],
  ['整理', 'text'],
  ['采写', 'text'],
  ['采访整理', 'text'],
  ['专访', 'text'],
  ['專訪', 'text'],
  ['撰文', 'text'],
  ['文字', 'text'],
  ['执行', 'text'],
  ['著', 'text'],
  ['译', 'text'],
  ['譯', 'text'],
  ['编译', 'text'],
  ['供稿', 'text'],
  ['图片', 'picture'],
  ['图', 'picture'],
  ['圖', 'picture'],
  ['摄', 'picture'],
  ['攝', 'picture'],
  ['摄影', 'picture'],
  ['攝影', 'picture'],
  ['文摄', 'both'],
  ['文攝', 'both'],
  ['文图', 'both'],
  ['图文', 'both'],
  ['文圖', 'both'],
  ['圖文', 'both'],
  ['摄影报道', 'both'],
  ['攝影報道', 'both'],
  ['文并摄', 'both'],
  ['视频', 'none'],
  ['策划', 'none'],
  ['统筹', 'none'],
  ['编辑', 'none'],
  ['校对', 'none'],
  ['监制', 'none'],
  ['主编', 'none'],
  ['核稿', 'none'],
  ['审核', 'none'],
  ['审校', 'none'],
  ['指导老师', 'none'],
  ['指导教师', 'none'],
  ['制图', 'none'],
  ['采访专家', 'none'],
  ['受访专家', 'none'],
  ['供图', 'none'],
  ['来源', 'none'],
]);
const EDITOR = /^\p{Script=Han}{0,6}(?:编辑|編輯)$/u;
const WORK_BEHIND = /(?:[/／](?:文|图|圖|制图)|[/／]?(?:摄影报道|攝影報道|图文报道|報導|报导|文图|图文|文圖|圖文|摄影|攝影|报道|報道|综合|口述|采访整理|整理|采写|供稿|专访|專訪|编译|著|译|譯|摄|攝))$/u;
const WORK_BEFORE = /^(文并摄|文图|图文|文圖|圖文|撰文|文字|文|图片|图|圖|摄影|攝影|视频|策划|统筹|执行|\p{Script=Han}{0,4}编辑|校对|监制|主编|核稿|审核|审校|制图|供图|采访专家|受访专家|来源|供稿|译|编译|(?:本期)?坐诊|答疑|(?:独家)?(?:报道|報道|報導))[:：/／]/u;

/** “额河帮办记者”: a word of the trade behind whatever else; before names only. */
const ANY_ROLE = /^[\p{Script=Han}\d“”《》·—-]{1,18}(?:记者|記者|通讯员|通訊員|实习生|實習生|特派员|特派員|评论员|撰稿人|特约作者|摄影师)$/u;
const ANY_ROLE_BEFORE = /^([\p{Script=Han}\d“”《》·—-]{2,16}(?:记者|記者|通讯员|通訊員))[:：/／]?(\p{Script=Han}{2,3})$/u;
/** “某某新闻客户端 记者 甲”: the outlet by itself. */
const DUTY = new RegExp(`${RANK}{0,3}${POST}$`, 'u');
const OUTLETS = new RegExp(`(?:${OUTLET_END}|报道|财经)$`, 'u');
const LONE_OUTLET = new RegExp(`^${OUTLET}{1,2}$`, 'u');
/** Of roles and works each has one of these. */
const SIGN = /[教析文道综图圖摄攝影员員者生人述稿译譯理师写笔媒视]/u;

/** Whether anything here may say that names are those of reporters. Cheap. */
export function maySign(text: string): boolean {
  return SIGN.test(text);
}

/** “某医院急诊科主任医师”: what somebody is, before the name. */
export function isPost(text: string): boolean {
  return /^[排连营团班队组厂科处局院校所站村镇县]长$/u.test(text) || (text.length > 3 && /(?:医师|药师|医生|教授|专家|主任|院长|所长|研究员|律师|老师|护士长|检察官|法官|工程师|委员|代表|校长|书记|居民|村民|[长员师工士])$/u.test(text));
}

/** “某县县委书记”, “某学院”: whom, or what, a name belongs to. */
export function isAffiliation(text: string): boolean {
  return text.length > 3 && /(?:[校院局委部会社厂所站队厅办兵士官长员师]|[中小]学|书记|主任|教授|公司|中心|大学|集团|\d级)$/u.test(text);
}

/** “科研院”, “校团委”: where somebody works, in a few letters. */
export function isUnit(text: string): boolean {
  return /^\p{Script=Han}{2,16}(?:[院系处局部所厂站校社]|[中小大]学|中心|团委|学会|协会)$/u.test(text);
}

export function hasCompoundSurname(text: string): boolean {
  return COMPOUND_AT_START.test(text);
}

export type Work = 'text' | 'picture' | 'both' | 'none';

export function isName(text: string): boolean {
  return mayBeName(text) && ((NAME.test(text) && !SPEECH.test(text)) || isTransliterated(text));
}

/** Longer names have a dot between their parts. */
const LONGEST_IN_ONE = 6;

/** Cheap: most of what is asked about is a phrase or a sentence. */
export function mayBeName(text: string): boolean {
  return text.length <= LONGEST_IN_ONE || text.includes('·');
}

/** Characters that names of Mongols, Tibetans, Uyghurs and others are written with. */
const SOUNDS = '马毛呷惹且洛史海阿艾爱安巴白班包别布才策朝查次措达丹道德丁东都多额恩尔尕高格葛根贡古广哈呼吉加嘉江杰金卡凯克库拉兰勒丽力琳鲁洛麦买曼梅孟米木姆那娜尼妮努诺欧帕潘普其齐旗琪恰琼曲热仁日萨赛桑沙尚斯苏索塔陶特腾提图吐托娃瓦旺乌西希夏雅央扬耶依伊因尤玉约云扎泽孜卓兹玛藏旦嘎仓顿珠堆坚珍吾却逊迪甫敖登日雅胡朝鲁和毕勒花肯波叶山班亚帕夏达列';

/** “曹桥镇”: by itself, a place rather than somebody of that name. */
export function isPlaceAlone(text: string): boolean {
  return /[镇鎮乡鄉]$|街道$/u.test(text);
}

/** “艾合买提·吐逊”, not “老厂新生·走进重工业”: where nothing says that a name is to come. */
export function isLoneName(text: string): boolean {
  if (isPlaceAlone(text)) return false;
  if (!text.includes('·')) return isName(text);
  const letters = [...text.replaceAll('·', '')];
  return isName(text) && letters.filter((char) => SOUNDS.includes(char)).length >= letters.length * 0.6;
}

/** “乌云其其格”: four to six characters, most of them such. */
function isTransliterated(text: string): boolean {
  if (!/^\p{Script=Han}{4,6}$/u.test(text)) return false;
  return [...text].filter((char) => SOUNDS.includes(char)).length >= text.length - 1;
}

/** The role a token begins with: “本报见习记者”, with what parts it from the name. */
export function readRole(token: string): { role: string; rest: string } | null {
  const match = ROLE.exec(token);
  return match === null ? null : { role: match[1] ?? '', rest: token.slice(match[0].length) };
}

/** Whether a token may be the role of a name behind it, in words that are not known. */
export function isAnyRole(token: string): boolean {
  return ANY_ROLE.test(token);
}

/** “21世纪经济报道记者甲”: such a role with the name right behind it. */
export function readAnyRole(token: string): { role: string; rest: string } | null {
  const [, role = '', rest = ''] = ANY_ROLE_BEFORE.exec(token) ?? [];
  return role === '' ? null : { role, rest };
}

/** “青山日报” of “新青山·青山日报全媒体记者”, `null` where the role names no outlet. */
export function outletOf(role: string): string | null {
  const outlet = role.replace(DUTY, '');
  const title = /《([^》]+)》/u.exec(outlet)?.[1];
  const parts = title === undefined ? outlet.split(/[·・—-]/u).filter((part) => OUTLETS.test(part)) : [title];
  return parts.find((part) => /[报報社刊]$/u.test(part)) ?? parts[0] ?? null;
}

export function isOutlet(token: string): boolean {
  return LONE_OUTLET.test(token);
}

/** A whole token that names a work. */
export function workOf(token: string): Work | null {
  return WORKS.get(token) ?? (EDITOR.test(token) ? 'none' : null);
}

/** “文/甲”, “图：记者”: the work, and what it announces. */
export function readWorkBefore(token: string): { work: Work; rest: string } | null {
  const match = WORK_BEFORE.exec(token);
  const work = WORKS.get(match?.[1]?.replace('独家', '') ?? '') ?? (match === null ? undefined : 'none');
  return match === null || work === undefined ? null : { work, rest: token.slice(match[0].length) };
}

/** “甲摄”: the name, and what its bearer did. */
export function readWorkBehind(token: string): { work: Work; rest: string } | null {
  const match = WORK_BEHIND.exec(token);
  const work = WORKS.get(match?.[0].replace(/^[/／]/u, '') ?? '');
  return match === null || work === undefined ? null : { work, rest: token.slice(0, token.length - match[0].length) };
}
