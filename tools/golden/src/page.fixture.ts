import type { RawArticle } from '@wenliu/contracts';
import { documentId } from '@wenliu/service-ingest/offline';
import { aRawArticle } from '@wenliu/testing';
import type { Gold, GoldArticle } from './gold.js';

/** An article of six lines: kicker, title, byline, a sentence over two lines with a caption between them. */
export const PAGE = ['开渠三年', '荒坡喝上了自来水', '本报记者 边一山', '柳沟乡的抽水站昨天正式通水，一百二十', '水从管口涌出。边一山摄', '户人家的水缸从此不再见底。', ''].join('\n');

const GOLD_ARTICLE: GoldArticle = {
  id: '1',
  title: '荒坡喝上了自来水',
  subtitle: null,
  kicker: '开渠三年',
  authors: ['边一山'],
  agency: '本报',
  dateline: null,
  continued_from: null,
  complete: true,
  blocks: [[1, 1], [2, 2], [3, 3], [4, 4], [6, 6]],
  caption_blocks: [[5, 5]],
  line_joins: [[4, 6]],
};

export function goldOf(article: Partial<GoldArticle> = {}, damage: Gold['ocr_damage'] = []): Gold {
  return { file: 'page.txt', articles: [{ ...GOLD_ARTICLE, ...article }], non_article_blocks: [], ocr_damage: damage };
}

/** The article as it should be split; `other` says what was made of it instead. */
export function articleOf(other: Partial<RawArticle> = {}): RawArticle {
  const id = documentId(new TextEncoder().encode(PAGE));
  return aRawArticle({
    id,
    documentId: id,
    kicker: '开渠三年',
    title: '荒坡喝上了自来水',
    byline: { raw: '本报记者 边一山', authors: [{ name: '边一山', role: '本报记者' }], photographers: [] },
    agency: '本报',
    paragraphs: ['柳沟乡的抽水站昨天正式通水，一百二十户人家的水缸从此不再见底。'],
    captions: [{ text: '水从管口涌出。', credit: '边一山', lines: [[5, 5]] }],
    provenance: { lines: [[1, 6]], map: [[0, 18, 4, 1], [18, 31, 6, 1]], continuations: [] },
    ...other,
  });
}
