import { readDateline } from './dateline.js';
import { isVoice } from './items.js';
import { sectionLabel } from './labels.js';
import { endsSentence, isWider, ORNAMENT } from './marks.js';
import type { PageLine } from './page-line.js';
import type { Role } from './roles.js';

/** “一句话新闻”, “各地动态”: the name of a column of briefs. */
const NAME = /^(?=.{3,8}$)\p{Script=Han}+(?:简讯|快讯|短讯|要闻|动态|播报|短波|速递|速览|资讯|集纳|快递|快报|传真|简报|一览|撷英|集萃|点击|扫描|新闻|广角|拾零|信息)$/u;
/** How each of several briefs begins: with an ornament, with its place, with a few words in bold type, with its place in brackets, or with a headline before a bar. */
const FORMS = [ORNAMENT, /^\p{Script=Han}{1,5}[省市县縣区區镇鎮乡鄉州旗]\u3000+(?=\S)/u, /^\*\*[^*]{2,24}\*\*[\s\u3000]+(?=\S)/u, /^【\p{Script=Han}{2,5}】(?=\S)/u, /^·\p{Script=Han}{2,5}·[\s\u3000]?(?=\S)/u, /^\p{Script=Han}{2,8}[：:][^，。；丨｜|]{4,26}[丨｜|](?=\S)/u] as const;
/** Those that need no name over them. */
const BY_THEMSELVES = [0, 3, 5];
const LONGEST_NAME = 20;
const NARROWEST = 24;
/** Over what one should do, point by point. */
const ADVICE = /^[^。]{0,20}(?:提醒|提示|支招|攻略|贴士)$|请(?:牢记|记住|做到)/u;
const FEWEST = { named: 2, nameless: 3 };

/** ln of the odds that a line is a brief of its own, by line; the names over them become labels in `roles`. `printed` has Markdown's marks, `lines` have not. */
export function readBriefs(printed: readonly PageLine[], lines: readonly PageLine[], roles: Role[]): Float64Array {
  const odds = new Float64Array(lines.length);
  for (let i = 0; i < lines.length; i += 1) {
    const text = lines[i]?.text ?? '';
    if ((!isText(roles[i]) && !isSection(roles[i])) || (text.length > LONGEST_NAME && !BY_THEMSELVES.some((n) => FORMS[n]?.test(text) === true))) continue;
    const name = text.replace(/[\s\u3000]/gu, '');
    const isNamed = NAME.test(name);
    const first = isNamed ? i + 1 : i;
    const count = Math.max(...FORMS.map((form, n) => (isNamed || BY_THEMSELVES.includes(n) ? runOf(printed, lines, roles, first, form) : 0)));
    if (count < (isNamed ? FEWEST.named : FEWEST.nameless)) continue;
    // “如下：” announces a list, and what a report sums up follows its lead; briefs are signed each.
    const above = lines[i - 1]?.text ?? '';
    const isSummedUp = isText(roles[i - 1]) && readDateline(above) !== null && !lines.slice(first, first + count).every(({ text: brief }) => /[）)]$/u.test(brief));
    const isAdvice = ADVICE.test(above) || ADVICE.test(lines[i - 2]?.text ?? '');
    if (!isNamed && (/[：:]$/u.test(above) || isSummedUp || isAdvice)) {
      i = first + count - 1;
      continue;
    }
    if (isNamed) roles[i] = sectionLabel(name);
    roles.fill({ kind: 'text' }, first, first + count);
    odds.fill(isNamed ? ODDS.named : ODDS.nameless, first, first + count);
    i = first + count - 1;
  }
  return odds;
}

const ODDS = { named: 6, nameless: 3 };

/** A short brief with an ornament looks like the words under a picture. */
function isText(role: Role | undefined): boolean {
  return role?.kind === 'text' || (role?.kind === 'caption' && role.caption.credit === null);
}

function isSection(role: Role | undefined): boolean {
  return role?.kind === 'furniture' && role.furniture.role === 'section';
}

/** How many whole paragraphs of one form follow each other. */
function runOf(printed: readonly PageLine[], lines: readonly PageLine[], roles: readonly Role[], first: number, form: RegExp): number {
  const mark = printed[first]?.text.charAt(0);
  let count = 0;
  for (let i = first; i < lines.length; i += 1) {
    const text = printed[i]?.text ?? '';
    const isOne = isText(roles[i]) && form.test(text) && !isVoice(text) && (form !== FORMS[0] || text.startsWith(mark ?? '')) && isWider(lines[i]?.text ?? '', NARROWEST) && endsSentence(lines[i]?.text ?? '');
    if (!isOne) break;
    count += 1;
  }
  return count;
}
