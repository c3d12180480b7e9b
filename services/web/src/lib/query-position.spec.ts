import { describe, expect, it } from '@jest/globals';
import { mediaTypeOf } from './media-type.js';
import { partQuery } from './query-position.js';

describe('the place of a fault in a query', () => {
  it('is one whole character', () => {
    expect(partQuery('汽车 )', 3)).toEqual({ before: '汽车 ', at: ')', after: '' });
    expect(partQuery('a𠮷b', 1)).toEqual({ before: 'a', at: '𠮷', after: 'b' });
  });

  it('may be the end', () => {
    expect(partQuery('"汽车', 3)).toEqual({ before: '"汽车', at: '', after: '' });
    expect(partQuery('"汽车', 99)).toEqual({ before: '"汽车', at: '', after: '' });
  });
});

describe('the media type of a file', () => {
  it.each([['a.MD', 'text/markdown'], ['b.ndjson', 'application/x-ndjson'], ['没有后缀', 'text/plain'], ['c.html', 'text/html']])(
    'of %s is %s',
    (name, type) => expect(mediaTypeOf(name)).toBe(type),
  );
});
