import { TaggedArticle } from '@wenliu/contracts';
import { loadIdf } from '@wenliu/tokenizer';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createTools } from '../create-tools.js';
import { sampleArticle } from './sample-article.fixture.js';
import { NLP_REVISION, type TagTools } from './tag-article.js';
import { tagRecord } from './tag-record.js';

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (encoded: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(encoded));
const without = (field: string): unknown => Object.fromEntries(Object.entries(sampleArticle()).filter(([key]) => key !== field));
const withJson = (field: string, json: string): Uint8Array =>
  bytes(JSON.stringify(sampleArticle()).replace(/\{/, `{${JSON.stringify(field)}:${json},`).replace(/,"version":3000/, ''));

const POISON: [string, Uint8Array, string][] = [
  ['no bytes', bytes(''), 'not JSON'],
  ['null', bytes('null'), 'Invalid input'],
  ['an empty object', bytes('{}'), 'id:'],
  ['an array', bytes('[]'), 'Invalid input'],
  ['a number', bytes('42'), 'Invalid input'],
  ['a string of 2 MB', encode('长'.repeat(700_000)), 'Invalid input'],
  ['broken JSON', bytes('{"id":"a'), 'not JSON'],
  ['JSON of another shape', encode({ title: '标题', text: '正文' }), 'id:'],
  ['no id', encode(without('id')), 'id:'],
  ['an id of 600 bytes', encode({ ...sampleArticle(), id: 'a'.repeat(600) }), 'id:'],
  ['an id with NUL', encode({ ...sampleArticle(), id: `${'a'.repeat(63)}\u0000` }), 'id:'],
  ['a version that is NaN', bytes('{"version":NaN}'), 'not JSON'],
  ['a version that is null', encode({ ...sampleArticle(), version: Number.NaN }), 'version:'],
  ['a negative version', encode({ ...sampleArticle(), version: -1 }), 'version:'],
  ['a version of 2^63', withJson('version', '9223372036854775808'), 'version:'],
  ['a fraction of a version', encode({ ...sampleArticle(), version: 1.5 }), 'version:'],
  ['a date in the year 275760', encode({ ...sampleArticle(), issueDate: '275760-09-13' }), 'issueDate:'],
  ['a time without zone', encode({ ...sampleArticle(), receivedAt: '2024-01-10T08:00:00' }), 'receivedAt:'],
  ['a date in another form', encode({ ...sampleArticle(), issueDate: '10/01/2024' }), 'issueDate:'],
  ['a magic byte before the JSON', new Uint8Array([0, ...encode(sampleArticle())]), 'not JSON'],
  ['GBK called UTF-8', new Uint8Array([0x7b, 0x22, 0xd4, 0xc6, 0x22, 0x7d]), 'not UTF-8'],
  ['UTF-16', new Uint8Array(Buffer.from('{"id":1}', 'utf16le')), 'not JSON'],
  ['a surrogate written in UTF-8', new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22]), 'not UTF-8'],
  ['a lane that is none', encode({ ...sampleArticle(), lane: 'express' }), 'lane:'],
  ['a paragraph that is a query', encode({ ...sampleArticle(), paragraphs: [{ $where: '1' }] }), 'paragraphs.0:'],
  ['nesting of 100,000', bytes('['.repeat(100_000) + ']'.repeat(100_000)), 'Invalid input'],
];

const HARMLESS: [string, Uint8Array][] = [
  ['a lone surrogate in the title', encode({ ...sampleArticle(), title: '标\ud800题' })],
  ['NUL and control characters in the text', encode({ ...sampleArticle(), paragraphs: ['甲\u0000乙\u001b[31m'] })],
  ['zero-width characters only', encode({ ...sampleArticle(), paragraphs: ['\u200b\u200d\ufeff'] })],
  ['emoji only', encode({ ...sampleArticle(), paragraphs: ['😀👍🏽'] })],
  ['a script tag', encode({ ...sampleArticle(), paragraphs: ['<script>alert(1)</script>'] })],
  ['unknown fields, dotted and with a dollar sign', encode({ ...sampleArticle(), 'a.b': 1, $where: 'x', future: {} })],
  ['__proto__ and constructor', withJson('__proto__', '{"polluted":true},"constructor":{"x":1},"version":3000')],
  ['a field twice', withJson('version', '5000,"version":3000')],
  ['a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, ...encode(sampleArticle())])],
  ['a deeply nested unknown field', withJson('deep', `${'['.repeat(1_000)}${']'.repeat(1_000)},"version":3000`)],
  ['a retraction of an article nobody knows', encode({ ...sampleArticle(), paragraphs: [], change: { kind: 'retracted', reason: '撤稿', fields: [] } })],
  ['100,000 empty paragraphs', encode({ ...sampleArticle(), paragraphs: Array.from({ length: 100_000 }, () => '') })],
];

describe('tagRecord', () => {
  let tools: TagTools;
  beforeAll(async () => {
    tools = await createTools({ segmenter: 'node-rs-jieba', userDictionary: null, idf: await loadIdf() });
  });

  it('turns an article into a tagged one and says what the log needs to know', () => {
    const raw = sampleArticle({ lane: 'backfill' });
    const result = tagRecord(encode(raw), tools);
    expect(result).toMatchObject({ kind: 'forward', id: raw.id, version: 3000 + NLP_REVISION, documentId: raw.documentId, lane: 'backfill' });
    const tagged = TaggedArticle.parse(result.kind === 'forward' ? decode(result.bytes) : null);
    expect(tagged).toMatchObject({ ...raw, version: 3000 + NLP_REVISION });
  });

  it.each(POISON)('quarantines %s and says where it is wrong', (_, record, where) => {
    const result = tagRecord(record, tools);
    expect(result).toMatchObject({ kind: 'quarantine', reason: 'invalid-message' });
    expect(result.kind === 'quarantine' && result.detail.startsWith(where) ? where : result).toBe(where);
  });

  it.each(HARMLESS)('forwards an article with %s', (_, record) => {
    const result = tagRecord(record, tools);
    expect(result).toMatchObject({ kind: 'forward', version: 3000 + NLP_REVISION });
    expect(() => TaggedArticle.parse(result.kind === 'forward' ? decode(result.bytes) : null)).not.toThrow();
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('gives the same bytes for the same record', () => {
    expect(tagRecord(encode(sampleArticle()), tools)).toEqual(tagRecord(encode(sampleArticle()), tools));
  });
});
