import { describe, expect, it } from '@jest/globals';
import { resolveMediaType } from './media-type.js';

const document = (mediaType: string, charset: string | null = null) => ({ kind: 'document', mediaType, charset });

describe('resolveMediaType', () => {
  it.each([
    ['text/plain', null, document('text/plain')],
    ['text/plain; charset=GBK', 'page.html', document('text/plain', 'gbk')],
    ['Text/HTML;charset="utf-8"', null, document('text/html', 'utf-8')],
    ['application/xhtml+xml', null, document('text/html')],
    ['text/markdown', null, document('text/markdown')],
    ['application/json; charset=', null, document('application/json')],
    ['application/x-ndjson', null, { kind: 'batch', charset: null }],
    ['application/jsonl', 'a.txt', { kind: 'batch', charset: null }],
  ])('takes the content type %s at its word', (contentType, fileName, expected) => {
    expect(resolveMediaType(contentType, fileName)).toEqual(expected);
  });

  it.each([
    ['版面.txt', document('text/plain')],
    ['a.MD', document('text/markdown')],
    ['a.markdown', document('text/markdown')],
    ['a.htm', document('text/html')],
    ['a.b.html', document('text/html')],
    ['a.json', document('application/json')],
    ['a.ndjson', { kind: 'batch', charset: null }],
    ['a.jsonl', { kind: 'batch', charset: null }],
  ])('goes by the name %s where the sender says nothing', (fileName, expected) => {
    expect(resolveMediaType(null, fileName)).toEqual(expected);
    expect(resolveMediaType('application/octet-stream', fileName)).toEqual(expected);
  });

  it.each([
    [null, null],
    [null, 'txt.pdf'],
    [null, 'no-extension'],
    ['application/pdf', 'a.txt'],
    ['application/octet-stream', null],
    ['constructor', '__proto__'],
    ['', ''],
  ])('refuses %s / %s', (contentType, fileName) => {
    expect(resolveMediaType(contentType, fileName)).toBeNull();
  });
});
