import { readFile } from 'node:fs/promises';
import { split } from './corpus.js';
import { Tally } from './measures.js';

const PLACES = ['over', 'in', 'foot', 'tail'] as const;

/** A form in which names are printed, and what a careful reader takes from it. */
interface Form {
  /** Over the text, at its beginning, under it, or behind its last full stop. */
  place: (typeof PLACES)[number];
  printed: string;
  authors: ReadonlySet<string>;
  /** `null` where none is named. */
  agency: string | null;
}

const HEADLINE = '云岭苹果丰收 果农笑开颜';
const TEXT = [
  '今年入秋以来，云岭县的苹果喜获丰收，果农们忙着采摘、分拣、装箱，一派繁忙景象。截至目前，全县苹果总产量达到12万吨，比去年增长8%。',
  '“今年的价钱比去年好。”果农周大山说，合作社统一收购，每公斤比市场价高出两角钱，果农不用出村就能把果子卖掉。',
  '据了解，云岭县近年来大力发展林果产业，建成冷库36座，年贮藏能力达到5万吨，产品远销广东、上海等地。',
];
const BEFORE = ['# 明川日报', '2024年10月16日　星期三　第3版', '城东小学添了新操场', '本报讯（记者 何平）10月15日，城东小学新操场正式启用，全校一千二百名学生在新操场上举行了秋季运动会。新操场总面积八千平方米，铺设了环保塑胶跑道。'];
const AFTER = ['河滨路夜市今起延时', '本报讯（记者 何平）记者昨日从市城管局获悉，河滨路夜市从今日起延长营业时间至凌晨一点，沿线公交末班车同步推迟一小时。'];
/** The second of three on its page. */
const ARTICLES = 3;

/** Authors and agencies of all forms of a file: a line each, with its place, the form, and names with `#` and the agency behind them, between tabs. */
export async function scoreNames(file: string): Promise<{ forms: number; tally: Tally }> {
  const forms = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '').map(readForm);
  const tally = new Tally();
  for (const form of forms) scoreForm(tally, form);
  return { forms: forms.length, tally };
}

function readForm(line: string): Form {
  const [at = '', printed = '', right = ''] = line.split('\t');
  const place = PLACES.find((name) => name === at);
  const [names = '', agency = ''] = right.split('#');
  if (place === undefined || printed === '' || !right.includes('#')) throw new Error(`“${line}”: a form is a place (${PLACES.join(', ')}), the form, and “names#agency”, with a tab between`);
  // Who only took pictures has a plus.
  return { place, printed, authors: new Set(names.split(' ').filter((name) => name !== '' && !name.startsWith('+'))), agency: agency === '' ? null : agency };
}

function scoreForm(tally: Tally, { place, printed, authors, agency }: Form): void {
  const [first = '', second = '', last = ''] = TEXT;
  const over = place === 'over' ? [printed] : [];
  const under = place === 'foot' ? [printed] : [];
  const lines = [...BEFORE, HEADLINE, ...over, (place === 'in' ? printed : '') + first, second, last + (place === 'tail' ? printed : ''), ...under, ...AFTER];
  const result = split(Buffer.from(lines.join('\n\n')), 'page.txt');
  const articles = result.kind === 'articles' ? result.articles : [];
  const article = articles.find(({ paragraphs }) => paragraphs.some((text) => text.includes('云岭县近年来')));
  const isOne = articles.length === ARTICLES && article?.title === HEADLINE && article.paragraphs.length === TEXT.length;
  tally.say('articles', isOne, printed, () => `${articles.length} articles, “${article?.title ?? 'none'}”`);
  tally.compare('authors', new Set(article?.byline.authors.map(({ name }) => name)), authors, printed);
  tally.say('agency', same(article?.agency) === same(agency), printed, () => `${article?.agency ?? 'none'} for ${agency ?? 'none'}`);
}

/** “本報” and “本报” are one. */
function same(agency: string | null | undefined): string {
  return (agency ?? '').replaceAll('報', '报');
}
