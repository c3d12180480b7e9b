import type { DocumentReceived } from '@wenliu/contracts';
import { documentId, splitDocument } from '@wenliu/service-ingest/offline';
import { describe, expect, it } from '@jest/globals';
import stringWidth from 'string-width';
import { explainLines, type ExplainedLine } from './explain-lines.js';
import { renderExplainedLine } from './render-explained.js';

const PAGE = `
青岭晚报
2025年3月4日 星期二

渠成半月 水到田头
青岭镇三千亩坡地用上提灌水
本报记者 边一山
　　本报讯 三月三日，青岭镇的提灌站正式通水，三千亩
坡地第一次赶在春耕前灌上了水。镇水利站站长说，今年
的早稻秧苗可以按时下田。
　　“往年要等到谷雨。”种粮大户舒广田说。
图为村民在渠边洗手。边一山 摄
`;

function explain(text: string, mediaType: DocumentReceived['mediaType'] = 'text/plain'): ExplainedLine[] {
  const bytes = Buffer.from(text);
  const received: DocumentReceived = {
    id: documentId(bytes), name: 'page', mediaType, encoding: null, bytes: bytes.length, source: { id: 'spec', kind: 'cli', name: 'spec' }, lane: 'live',
    hints: { publication: null, issueDate: null, page: null, url: null, revision: 1 }, receivedAt: '1970-01-01T00:00:00Z', reprocess: false,
  };
  const result = splitDocument(received, bytes);
  if (result.kind !== 'articles') throw new Error(result.kind);
  return explainLines(result, text.split('\n'));
}

const rolesOf = (lines: readonly ExplainedLine[]): string[] => lines.map(({ line, roles, article }) => `${line} ${article ?? '-'} ${roles.join('+')}`);

describe('explainLines', () => {
  it('gives every line its role and its article', () => {
    expect(rolesOf(explain(PAGE))).toEqual([
      '1 - blank', '2 - masthead', '3 - date', '4 - blank',
      '5 1 title', '6 1 subtitle', '7 1 byline', '8 1 text', '9 1 text', '10 1 text', '11 1 text', '12 1 caption', '13 - blank',
    ]);
  });

  it('says why, where the reader of the page noted it', () => {
    const [opens, cut] = explain(PAGE).slice(7, 9);
    expect([opens?.reason, cut?.reason]).toEqual(['opens-under-headline', 'goes-on-in-mid-sentence']);
  });

  it('tells the roles of a document without notes by where its articles are printed', () => {
    const lines = explain('<html><body><article>\n<h1>坡地用上提灌水</h1>\n<p>三月三日，青岭镇的提灌站正式通水，三千亩坡地灌上了水。</p>\n</article></body></html>', 'text/html');
    expect(rolesOf(lines)).toContain('3 1 text');
    expect(lines.every(({ reason }) => reason === null)).toBe(true);
  });
});

describe('renderExplainedLine', () => {
  it('begins the reason in the same column, whatever is printed', () => {
    const shown = explain(PAGE).filter(({ reason }) => reason !== null).map(renderExplainedLine);
    const columns = shown.map((row) => stringWidth(row.slice(0, row.search(/ (?:an article|goes on|words of|frame of)/))));
    expect(new Set(columns).size).toBe(1);
  });
});
