import type { RawArticle } from '@wenliu/contracts';

/** A valid article for tests. */
export function sampleArticle(changes: Partial<RawArticle> = {}): RawArticle {
  return {
    id: 'a'.repeat(64),
    version: 3000,
    change: { kind: 'created', reason: null, fields: [] },
    documentId: 'd'.repeat(64),
    source: { id: 'inbox', kind: 'inbox', name: '收件夹' },
    sourceId: null,
    lane: 'live',
    publication: '文流日报',
    issueDate: '2024-01-10',
    page: '1',
    section: null,
    kicker: null,
    title: '青浦区新能源汽车出口增长',
    subtitle: null,
    byline: { raw: '记者 王建军', authors: [{ name: '王建军', role: '记者' }], photographers: ['李雪莲'] },
    agency: null,
    dateline: null,
    paragraphs: ['上海市青浦区教育局局长张志强表示，新能源汽车出口增长。', '记者王建军、李雪莲报道。'],
    captions: [],
    provenance: { lines: [[1, 3]], map: [] },
    continuedFrom: null,
    continuesTo: null,
    complete: true,
    language: 'zh',
    script: 'Hans',
    quality: 1,
    url: null,
    eventTime: null,
    publishedAt: null,
    fetchedAt: null,
    receivedAt: '2024-01-10T08:00:00+08:00',
    ...changes,
  };
}
