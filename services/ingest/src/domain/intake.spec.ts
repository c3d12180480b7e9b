import { describe, expect, it } from '@jest/globals';
import { documentsOf, type IntakeDefaults } from './intake.js';

const defaults: IntakeDefaults = {
  name: 'batch.ndjson',
  hints: { publication: '青山晚报', issueDate: null, page: null, url: null, revision: 1 },
};
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const batch = (text: string) => [...documentsOf(encode(text), { kind: 'batch', charset: null }, defaults)];

describe('documentsOf', () => {
  it('takes one document as it is', () => {
    const bytes = encode('一页报纸');
    const [item, ...rest] = documentsOf(bytes, { kind: 'document', mediaType: 'text/plain', charset: 'gbk' }, defaults);
    expect(rest).toEqual([]);
    expect(item).toEqual({ index: 0, ok: true, bytes, mediaType: 'text/plain', charset: 'gbk', ...defaults });
  });

  it('counts the lines that are not blank, and keeps each line’s bytes as they came', () => {
    const items = batch('\ufeff\n{"paragraphs":["甲"]}\r\n\n  \n {"paragraphs": ["乙"]} \n');
    expect(items.map((item) => item.index)).toEqual([0, 1]);
    expect(items.map((item) => item.ok && new TextDecoder().decode(item.bytes))).toEqual(['{"paragraphs":["甲"]}', '{"paragraphs": ["乙"]}']);
    expect(items.every((item) => item.ok && item.mediaType === 'application/json')).toBe(true);
  });

  it('does not copy the lines of a batch', () => {
    const bytes = encode('{"paragraphs":["甲"]}\n{"paragraphs":["乙"]}');
    for (const item of documentsOf(bytes, { kind: 'batch', charset: null }, defaults)) {
      expect(item.ok && item.bytes.buffer === bytes.buffer).toBe(true);
    }
  });

  it('unwraps a document, its own hints before the sender’s', () => {
    const [item] = batch('{"content":"<p>甲</p>","mediaType":"text/html","name":"a.html","page":"3","revision":2}');
    expect(item).toMatchObject({
      ok: true,
      mediaType: 'text/html',
      charset: 'utf-8',
      name: 'a.html',
      hints: { publication: '青山晚报', page: '3', revision: 2, issueDate: null },
    });
    expect(item?.ok && new TextDecoder().decode(item.bytes)).toBe('<p>甲</p>');
  });

  it.each([
    ['{"paragraphs":[]}', 'paragraphs'],
    ['{"paragraphs":["甲",3]}', 'paragraphs[1]'],
    ['{"paragraphs":["甲"],"issueDate":"2025-13-01"}', 'issueDate'],
    ['{"content":7}', 'content'],
    ['{"content":"甲","mediaType":"application/pdf"}', 'mediaType'],
    ['{"title":"甲"}', '"paragraphs"'],
    ['{"paragraphs":["甲"]', 'not JSON'],
    ['null', '"paragraphs"'],
    ['[1]', '"paragraphs"'],
    ['"甲"', '"paragraphs"'],
  ])('refuses the line %s and names %s, not its neighbours', (line, named) => {
    const [before, item, after] = batch(`{"paragraphs":["甲"]}\n${line}\n{"paragraphs":["乙"]}`);
    expect([before?.ok, item?.ok, after?.ok]).toEqual([true, false, true]);
    expect(item?.ok === false && item.detail).toContain(named);
  });

  it('refuses a line that is not UTF-8', () => {
    const bytes = Uint8Array.of(...encode('{"paragraphs":["'), 0xc4, 0xe3, ...encode('"]}'));
    expect([...documentsOf(bytes, { kind: 'batch', charset: null }, defaults)]).toEqual([{ index: 0, ok: false, detail: 'not UTF-8' }]);
  });

  it('gives nothing for an empty batch', () => {
    expect(batch('\n \r\n')).toEqual([]);
  });
});
