import { readNames } from './names.js';
import { AGENCY_NAME, OUTLET_END, OUTLET_NAME } from './outlets.js';

const OPENS = /^(?:据|據|(?:本报)?综合|来源|來源|稿源|转自|轉自|转载自|原载|摘自|选自|编译自|(?:本版|本组)(?:稿件|文章)均?据)[:：]?\s?/u;
/** “《某报》10月29日　甲/文　原题：……”. */
const TITLED = /^《([^》]{2,16})》(?:\d{4}年)?(?:第?\d{1,4}期|\d{1,2}月(?:\d{1,2}日|号))(?:[\s\u3000]+(\p{Script=Han}{2,4}(?:[\s\u3000]\p{Script=Han}{2,4}){0,2})[\s\u3000]?[/／]文)?(?:[\s\u3000]+原题[:：].*)?$/u;
/** “《某报》”, “‘某发布’微信公众号”, “新华社、央视新闻”. */
const TITLE = /^[^《“]{0,6}[《“]([^》”]{2,16})[》”]/u;
const OUTLET = new RegExp(`^(?:英国|美国|日本|俄罗斯|德国|法国)?(\\p{Script=Han}{1,10}?(?:${OUTLET_END})|央视)(?:客户端|微信公众号|\\p{Script=Han}{0,6}(?:\\d{1,2}月)?\\d{1,2}日电|专电|电|電|稿|报道|報道|消息|供稿|[、\\s\\u3000，,]|$)`, 'u');
const WRITER = /(?:作者|译者|文|编译)[:：/／]\s?(\p{Script=Han}{2,4})$|[\s\u3000](\p{Script=Han}{2,4})[/／]文$/u;
/** “某国气象局”: behind “来源：”. */
const INSTITUTION = /^\p{Script=Han}{2,10}(?:局|部|委|院|厅|中心|协会|大学)$/u;
/** “甲译自《某报》”. */
const TRANSLATED = /^(\p{Script=Han}{2,4}?)(?:编译|译)自[^《]{0,6}《([^》]{2,16})》$/u;
/** “据某社10月12日报道，”, “据某台《某节目》报道，”, “【某报综合报道】”, “某网10月12日报道　”: what a text opens with that was taken from another. */
const REPORTED_BY = new RegExp(
  `^[\\s\\u3000]*(?:[据據](?:(${AGENCY_NAME})|《([^》]{2,12})》|(\\p{Script=Han}{2,6})《[^》]{2,12}》)(?:\\d{1,2}月\\d{1,2}日)?(?:报道|報道|消息)[，,]|【(${OUTLET_NAME}|本报|本報)(?:综合|綜合|\\d{1,2}月\\d{1,2}日)?(?:报道|報道)】|(${OUTLET_NAME})\\d{1,2}月\\d{1,2}日(?:报道|報道)[\\s\\u3000])`,
  'u',
);

/** Whose report it is that `text` opens as. */
export function readSourceOpening(text: string): string | null {
  return REPORTED_BY.exec(text)?.slice(1).find(Boolean) ?? null;
}

/** “（据《某报》）”, “（原载《某报》，作者：甲）”: where a text was taken from, and whose it is; `null` where the words say nothing of it. */
export function readSourceNote(note: string): { names: string[]; agency: string | null } | null {
  const [, translator = '', foreign = null] = TRANSLATED.exec(note) ?? [];
  if (foreign !== null) return { names: readNames(translator) ?? [], agency: foreign };
  const titled = TITLED.exec(note);
  if (titled !== null) return { names: readNames(titled[2] ?? '', true) ?? [], agency: titled[1] ?? null };
  // “甲　据《某报》”.
  const [, written = '', inner = note] = /^(\p{Script=Han}{2,4})[\s\u3000]+(据.+)$/u.exec(note) ?? [];
  const opening = OPENS.exec(inner)?.[0];
  if (opening === undefined) return null;
  const source = inner.slice(opening.length);
  const agency = TITLE.exec(source)?.[1] ?? OUTLET.exec(source)?.[1] ?? (/^[来來稿]源/u.test(opening) ? (INSTITUTION.exec(source)?.[0] ?? null) : null);
  const names = readNames(written || (WRITER.exec(source)?.slice(1).find(Boolean) ?? /[，,\s\u3000](\p{Script=Han}{2,3}?)(?:编译|译)$/u.exec(source)?.[1] ?? '')) ?? [];
  return agency === null && names.length === 0 && !/(?:外电|报道|消息)$/u.test(source) ? null : { names, agency };
}
