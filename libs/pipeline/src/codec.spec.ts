import { describe, expect, it } from '@jest/globals';
import { articleIndexed, type ArticleIndexed } from '@wenliu/contracts';
import { decode, encode } from './codec.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const EVENT: ArticleIndexed = {
  id: 'a'.repeat(64), version: 1_000, documentId: 'b'.repeat(64), title: '新能源𠮷😀', lane: 'live',
  change: { kind: 'created', reason: null, fields: [] }, receivedAt: '2026-01-01T00:00:00Z', searchableAt: '2026-01-01T00:00:01Z',
};

describe('the codec', () => {
  it('gives back what was encoded', () => {
    const output = encode(articleIndexed, EVENT.id, EVENT.version, EVENT);
    expect(output).toMatchObject({ topic: 'article.indexed.v1', key: EVENT.id, subject: EVENT.id, version: 1_000 });
    expect(decode(articleIndexed, output.value)).toEqual({ ok: true, value: EVENT });
  });

  it('leaves out fields it does not know', () => {
    expect(decode(articleIndexed, bytes(JSON.stringify({ ...EVENT, later: 1 })))).toEqual({ ok: true, value: EVENT });
  });

  const deep = `${'['.repeat(1_000)}${']'.repeat(1_000)}`;
  const WRONG: [string, Uint8Array, RegExp][] = [
    ['no bytes', new Uint8Array(0), /JSON/],
    ['bytes that are no UTF-8', Uint8Array.of(0x22, 0xff, 0x22), /encoded data|utf-8/i],
    ['GBK', Uint8Array.of(0x22, 0xd6, 0xd0, 0x22), /encoded data|utf-8/i],
    ['no JSON', bytes('{"id":'), /JSON/],
    ['null', bytes('null'), /^value: /],
    ['an array', bytes('[]'), /^value: /],
    ['a number', bytes('1'), /^value: /],
    ['an object without fields', bytes('{}'), /^id: /],
    ['a thousand arrays', bytes(deep), /^value: /],
    ['an id of another form', bytes(JSON.stringify({ ...EVENT, id: 'x' })), /^id: /],
    ['a version below one', bytes(JSON.stringify({ ...EVENT, version: 0 })), /^version: /],
    ['a version beyond whole numbers', bytes(JSON.stringify({ ...EVENT, version: 2 ** 60 })), /^version: /],
    ['a wrong value deep inside', bytes(JSON.stringify({ ...EVENT, change: { ...EVENT.change, kind: 'x' } })), /^change\.kind: /],
    ['a prototype instead of fields', bytes('{"__proto__":{"id":"x"}}'), /^id: /],
  ];
  it.each(WRONG)('says what is wrong and where: %s', (_, value, detail) => {
    expect(decode(articleIndexed, value)).toEqual({ ok: false, detail: expect.stringMatching(detail) });
  });
});
