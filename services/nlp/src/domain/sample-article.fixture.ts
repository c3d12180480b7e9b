import type { RawArticle } from '@wenliu/contracts';
import { aRawArticle } from '@wenliu/testing';

/** An article with names of people, places and offices in it. */
export function sampleArticle(changes: Partial<RawArticle> = {}): RawArticle {
  return aRawArticle({
    version: 3000,
    publication: '文流日报',
    issueDate: '2024-01-10',
    page: '1',
    title: '青浦区新能源汽车出口增长',
    byline: { raw: '记者 王建军', authors: [{ name: '王建军', role: '记者' }], photographers: ['李雪莲'] },
    paragraphs: ['上海市青浦区教育局局长张志强表示，新能源汽车出口增长。', '记者王建军、李雪莲报道。'],
    provenance: { lines: [[1, 3]], map: [], continuations: [] },
    ...changes,
  });
}
