import { describe, expect, it } from '@jest/globals';
import { readHeadline } from './headline.js';

const read = (lines: string[]) => readHeadline(lines.map((text, i) => ({ number: i + 1, start: 0, text, indented: false, level: 0, gap: 0 })));

describe('readHeadline', () => {
  it.each([
    ['全县渡口陆续停航', '没有船了，河怎么过'],
    ['一名船工守了四十年渡口', '老渡口的“收缆人”'],
  ])('takes %p over %p for the kicker', (kicker, title) => {
    expect(read([kicker, title])).toEqual({ kicker, title, subtitle: null });
  });

  it.each([
    ['老渡口今天停航', '三百多名居民到河边送别'],
    ['渡口没了，船工去哪儿？', '县交通局公布安置办法'],
  ])('takes %p over %p for the title', (title, subtitle) => {
    expect(read([title, subtitle])).toEqual({ kicker: null, title, subtitle });
  });

  it('takes the narrower line over a title of two phrases for the kicker', () => {
    expect(read(['渡口客流又减', '青山县三处渡口停航 船工转岗一个不落'])).toMatchObject({ kicker: '渡口客流又减', title: '青山县三处渡口停航 船工转岗一个不落' });
  });

  it('parts a subtitle behind a dash from its title', () => {
    expect(read(['渡口收起了缆绳 ——青山县最后一班渡船纪事'])).toEqual({ kicker: null, title: '渡口收起了缆绳', subtitle: '——青山县最后一班渡船纪事' });
  });
});
