export interface PoisonLine {
  name: string;
  bytes: Buffer;
  /** Nothing but white space. */
  blank: boolean;
}

const text = '正文一段。';
const article = (change: object): string => JSON.stringify({ sourceId: 'poison', title: '题', paragraphs: [text], ...change });

/** Shapes that broke somebody's pipeline once. None has a line feed in it. */
const SHAPES: Readonly<Record<string, string | Buffer>> = {
  'only spaces': '   ',
  'null': 'null',
  'empty object': '{}',
  'empty list': '[]',
  'a number': '42',
  'a string': '"正文"',
  'a text of 2 MB': article({ sourceId: 'p-large', paragraphs: ['长'.repeat(700_000)] }),
  'half an object': '{"paragraphs":["正文"',
  'wrong shape': article({ sourceId: 'p-shape', paragraphs: [1, 2] }),
  'no paragraphs': article({ paragraphs: [] }),
  'empty paragraphs': article({ sourceId: 'p-empty', paragraphs: ['', ' ', ''] }),
  'an id of 600 bytes': article({ sourceId: 'x'.repeat(600) }),
  'an id with NUL': article({ sourceId: 'a\u0000b' }),
  'a revision of NaN': '{"paragraphs":["正文"],"revision":"NaN"}',
  'a negative revision': article({ revision: -1 }),
  'a revision of 2^63': '{"paragraphs":["正文"],"revision":9223372036854775808}',
  'a fractional revision': article({ revision: 1.5 }),
  'a date of the year 275760': article({ sourceId: 'p-date', publishedAt: '+275760-09-13T00:00:00Z' }),
  'a date that does not exist': article({ issueDate: '2024-02-30' }),
  ...Object.fromEntries(
    ['2024/03/05', '20240305', '2024-3-5', '5 March 2024', '二〇二四年三月五日', '2024-03-05T25:00:00Z', '1709596800', '', '2024-W10', '03/05/2024'].map(
      (date) => [`the date ${date}`, article({ sourceId: `p-date-${date}`, issueDate: date })],
    ),
  ),
  'another id than its own': article({ sourceId: 'p-id', id: 'f'.repeat(64), version: 7 }),
  'byte 0 first': Buffer.concat([Buffer.of(0), Buffer.from(article({}))]),
  'GBK said to be UTF-8': Buffer.concat([Buffer.from('{"paragraphs":["'), Buffer.of(0xd6, 0xd0, 0xb9, 0xfa), Buffer.from('"]}')]),
  'a lone surrogate in the title': '{"sourceId":"p-lone","title":"\\ud800题","paragraphs":["正\\udc00文"]}',
  'a list of 100,000 names': article({ sourceId: 'p-names', byline: { raw: null, authors: [], photographers: Array.from({ length: 100_000 }, () => '名') } }),
  'a __proto__ key': '{"sourceId":"p-proto","paragraphs":["正文"],"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  'a $where key': '{"sourceId":"p-where","paragraphs":["正文"],"$where":"sleep(1000)","title":{"$gt":""}}',
  'dotted keys': article({ sourceId: 'p-dots', 'a.b.c': 1 }),
  '1,000 levels': `{"sourceId":"p-deep","paragraphs":["正文"],"deep":${'['.repeat(1_000)}${']'.repeat(1_000)}}`,
  '100,000 levels': `{"paragraphs":["正文"],"deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
  'a key twice': '{"sourceId":"p-twice","paragraphs":["一"],"paragraphs":["二"]}',
  'a byte order mark': `\ufeff${article({ sourceId: 'p-bom' })}`,
  'control characters': article({ sourceId: 'p-control', title: '题\u0007\u001b[31m红', paragraphs: ['正\u0000文\u0008段'] }),
  'zero-width only': article({ sourceId: 'p-zero', title: '\u200b', paragraphs: ['\u200b\u200d\ufeff'] }),
  'emoji only': article({ sourceId: 'p-emoji', title: '🎉', paragraphs: ['👨‍👩‍👧‍👦🇨🇳🎉'] }),
  'script tags': article({ sourceId: 'p-script', title: '<script>alert(1)</script>', paragraphs: ['<img src=x onerror=alert(1)>正文'] }),
  'a tombstone for nothing': article({ sourceId: 'p-tombstone', retracted: true }),
  'right-to-left marks': article({ sourceId: 'p-bidi', title: '\u202e题\u2066', paragraphs: ['正\u202e文'] }),
  'characters of four bytes': article({ sourceId: 'p-wide', title: '𠮷野家', paragraphs: ['𠮷𡃁𪚥的消息。'] }),
};

export const poisonLines = (): PoisonLine[] =>
  Object.entries(SHAPES).map(([name, shape]) => ({ name, bytes: Buffer.from(shape), blank: Buffer.from(shape).toString().trim() === '' }));
