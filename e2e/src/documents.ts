import type { RawArticleInput } from '@wenliu/contracts';
import { between, createRandom, pick } from './random.js';

const SUBJECTS = ['市商务局', '澜州港务集团', '芦渡区第二小学', '县域外贸服务点', '竹制品合作社', '市中级人民法院', '社区食堂', '永丰圩管理站'];
const VERBS = ['公布', '启用', '扩建', '通报', '试点', '改造', '清理', '评估'];
const THINGS = ['新的集装箱码头', '一批储能电池订单', '图书室与操场', '报关与退税窗口', '骑手的劳动合同', '水稻节肥办法', '老人助餐点', '圩堤的险段'];
const TAILS = ['预计年底前完成。', '比去年同期增长一成二。', '市民可以在线办理。', '有关数据下月公布。', '记者在现场看到，工人正在加紧施工。', '居民说，方便多了。'];

export interface GeneratedDocument {
  number: number;
  revision: number;
  article: RawArticleInput & { sourceId: string };
}

/** Documents of a seed, the same every time. Every tenth is a later version of one before it. */
export function createDocuments(seed: number, count: number): GeneratedDocument[] {
  const random = createRandom(seed);
  const revisions = new Map<number, number>();
  return Array.from({ length: count }, (_, n) => {
    const number = n % 10 === 9 ? between(random, Math.max(0, n - 200), n - 1) : n;
    const revision = (revisions.get(number) ?? 0) + 1;
    revisions.set(number, revision);
    return { number, revision, article: writeArticle(random, number, revision) };
  });
}

function writeArticle(random: () => number, number: number, revision: number): GeneratedDocument['article'] {
  const sentence = (): string => `${pick(random, SUBJECTS)}${pick(random, VERBS)}${pick(random, THINGS)}，${pick(random, TAILS)}`;
  const paragraph = (): string => Array.from({ length: between(random, 1, 4) }, sentence).join('');
  return {
    sourceId: `document-${number}`,
    revision,
    publication: `样报${number % 7}`,
    issueDate: `2024-${String(1 + (number % 12)).padStart(2, '0')}-15`,
    title: `${pick(random, SUBJECTS)}${pick(random, VERBS)}${pick(random, THINGS)}（${number}）`,
    paragraphs: Array.from({ length: between(random, 1, 4) }, paragraph),
  };
}
