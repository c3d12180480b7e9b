import { describe, expect, it } from '@jest/globals';
import { splitJson } from './split-json.js';

const drafts = (value: unknown) => {
  const split = splitJson(typeof value === 'string' ? value : JSON.stringify(value, null, 1));
  return split.kind === 'drafts' ? split.drafts : [];
};

describe('splitJson', () => {
  it('takes an article as it is given', () => {
    const [draft] = drafts({ paragraphs: ['第一段。', '第二段。'], title: '桥', sourceId: 'a-1', revision: 4, byline: '本报记者 苏眉', page: '3' });
    expect(draft).toMatchObject({ paragraphs: ['第一段。', '第二段。'], title: '桥', sourceId: 'a-1', revision: 4, page: '3', retracted: false });
    expect(draft?.byline.authors).toEqual([{ name: '苏眉', role: '本报记者' }]);
  });

  it('keeps a byline it does not understand as printed', () => {
    expect(drafts({ paragraphs: ['甲。'], byline: '青山镇全体渡工的一封来信' })[0]?.byline).toEqual({ raw: '青山镇全体渡工的一封来信', authors: [], photographers: [] });
  });

  it('gives each article of an array its own lines, and finds the paragraphs there', () => {
    const text = '[\n {"title": "一",\n  "paragraphs": ["桥通了。", "船\\u6b47了。"]},\n {"paragraphs": ["雨停了。"]}\n]';
    const split = splitJson(text);
    expect(split.kind === 'drafts' && split.drafts.map(({ lines, map }) => ({ lines, map }))).toEqual([
      { lines: [2, 3], map: [[0, 4, 3, 19]] },
      { lines: [4], map: [[0, 4, 4, 19]] },
    ]);
    expect(split.kind === 'drafts' && split.roles).toEqual(['markup', null, null, null, 'markup']);
    expect(text.split('\n')[2]?.slice(18, 22)).toBe('桥通了。');
  });

  it('finds the elements of an array whatever their strings hold', () => {
    const values = ['a],[', '"', '\\', '}{', '\\"'].map((title) => ({ paragraphs: ['甲。'], title }));
    expect(drafts(values).map((draft) => [draft.title, draft.lines.length])).toEqual(values.map(({ title }) => [title, 6]));
  });

  it('takes control characters and half characters out, and line feeds as new paragraphs', () => {
    expect(drafts({ paragraphs: ['甲\u0000乙\n丙\ud800', '\u0001'], title: ' \u0007题 ' })[0]).toMatchObject({ paragraphs: ['甲乙', '丙\ufffd'], title: '题' });
  });

  it('passes a retraction on, and leaves out what has neither title nor text', () => {
    expect(drafts([{ paragraphs: [''], retracted: true, sourceId: '1' }, { paragraphs: [' '] }]).map((draft) => draft.retracted)).toEqual([true]);
  });

  it.each([
    ['[{"paragraphs":["甲"]},{"paragraphs":[]}]', '[1].paragraphs'],
    ['[{"paragraphs":["甲",7]}]', '[0].paragraphs[1]'],
    ['{"paragraphs":["甲"],"dateline":{"raw":1}}', 'dateline.raw'],
    ['{"paragraphs":["甲"],"revision":0}', 'revision'],
    ['7', 'the value'],
    ['null', 'the value'],
    ['{"paragraphs":["甲"]', 'not JSON'],
    ['', 'not JSON'],
  ])('names the faulty place of %s', (text, place) => {
    const split = splitJson(text);
    expect(split).toMatchObject({ kind: 'failed', reason: 'invalid-message' });
    expect(split.kind === 'failed' && split.detail).toContain(place);
  });

  it.each(['__proto__', 'constructor', '$where'])('ignores the key %s', (key) => {
    const [draft] = drafts(`{"paragraphs":["甲。"],"${key}":{"title":"坏"}}`);
    expect(draft?.title).toBeNull();
  });

  it('reads nesting of a thousand levels and refuses it as a value', () => {
    expect(splitJson(`{"paragraphs":${'['.repeat(1000)}${']'.repeat(1000)}}`)).toMatchObject({ kind: 'failed' });
  });
});
