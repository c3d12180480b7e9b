import { beforeAll, describe, expect, it } from '@jest/globals';
import { FACET_FIELDS, type Query } from '@wenliu/contracts';
import type { OpenSearchIndex } from './search-index.contract.js';
import { all, and, date, facet, find, near, not, or, phrase, request, searchDocument, useIndex } from './search-index-probe.contract.js';
import { numbers } from './suite.contract.js';

const DOCUMENTS = [
  searchDocument('ev', { date: '2024-02-29', title: '新能源汽车出口增长', text: '上海讯：前三季度，新能源汽车出口增长3.5%。专家说，AI技术功不可没。', facets: { place: ['上海市', '青浦区'], person: ['靳书远'] } }),
  searchDocument('trad', { date: '2024-02-28', title: '臺灣汽車業', text: '臺灣的新能源汽車業者說，電動車將成為主流。', facets: { place: ['台灣'], person: ['Li Wei'] } }),
  searchDocument('wide', { date: '2024-03-01', title: 'ＡＩ芯片２０２４', text: '５Ｇ网络与ＣＯＶＩＤ－１９', facets: { author: ['Ｌｉ　Ｗｅｉ'], organization: ['上海'] } }),
  searchDocument('latin', { date: '2023-12-31', title: 'AIDS prevention', text: 'The WHO said AIDS cases fell 20 percent in 2024. C919客机首飞。', facets: { language: ['en'] } }),
  searchDocument('split', { date: '2024-01-01', title: '新能', text: '源汽车。新能 X 能源 Y 源汽；股', facets: { section: ['要闻'] } }),
  searchDocument('stock', { date: null, title: 'A股收盘', text: '沪指跌0.5%，个股普跌。停', facets: { page: ['01', '02'] } }),
  searchDocument('old', { date: '1949-10-01', title: '开国大典', text: '今天\n\n新，能！源（汽）车', facets: { policy: ['《关于"两新"的通知》'] } }),
  searchDocument('empty', { date: '2025-01-01' }),
  searchDocument('dead', { deleted: true, date: '2024-02-29', title: '新能源汽车', text: '新能源汽车', facets: { place: ['上海市'] } }),
];
const EVERY = DOCUMENTS.filter(({ deleted }) => !deleted).map(({ id }) => id).sort();
const DATED = EVERY.filter((id) => id !== 'stock');

const PHRASES: [string, Query, string[]][] = [
  ['characters in a row, over punctuation and line feeds', phrase('新能源汽车'), ['ev', 'old', 'trad']],
  ['two characters', phrase('出口'), ['ev']],
  ['a single character', phrase('股'), ['split', 'stock']],
  ['a single character at the end', phrase('停'), ['stock']],
  ['a single character at the start of a title', phrase('开', 'title'), ['old']],
  ['a single character that stands alone', phrase('讯'), ['ev']],
  ['ten characters', phrase('新能源汽车出口增长3.5'), ['ev']],
  ['punctuation in the phrase', phrase('前三季度，“新能源”'), ['ev']],
  ['nothing, where the pairs are there but not in a row', phrase('新能源汽'), ['ev', 'old', 'trad']],
  ['nothing, where the end of the title would run on into the text', phrase('新能源'), ['ev', 'old', 'trad']],
  ['a word whole', phrase('AI'), ['ev', 'wide']],
  ['a word in any case', phrase('aids'), ['latin']],
  ['no part of a word', phrase('AID'), []],
  ['words in a row', phrase('who said aids'), ['latin']],
  ['no words in another order', phrase('said WHO'), []],
  ['a number whole', phrase('2024'), ['latin', 'wide']],
  ['no part of a number', phrase('202'), []],
  ['characters after a word', phrase('AI技术'), ['ev']],
  ['one character after a word', phrase('C919客'), ['latin']],
  ['a word after characters', phrase('说，AI'), ['ev']],
  ['characters after a letter', phrase('A股'), ['stock']],
  ['full width by half width', phrase('5G网络'), ['wide']],
  ['half width by full width', phrase('ＡＩＤＳ'), ['latin']],
  ['words over a hyphen', phrase('COVID-19'), ['wide']],
  ['traditional by simplified', phrase('台湾的新能源汽车业者说'), ['trad']],
  ['simplified by traditional', phrase('新能源汽車出口'), ['ev']],
  ['only the title', phrase('新能源汽车', 'title'), ['ev']],
  ['only the text', phrase('C919', 'text'), ['latin']],
  ['nothing in the text that only the title has', phrase('开国大典', 'text'), []],
  ['nothing for punctuation alone', phrase('，。！'), []],
  ['nothing for an empty phrase', phrase(''), []],
  ['nothing that looks like an operator of an engine', phrase('* OR "x" NEAR('), []],
];

const COMBINED: [string, Query, string[]][] = [
  ['everything', all, EVERY],
  ['and', and(phrase('新能源'), phrase('AI')), ['ev']],
  ['and over title and text', and(phrase('A股'), phrase('普跌')), ['stock']],
  ['and of nothing', and(), EVERY],
  ['and of one', and(phrase('AI')), ['ev', 'wide']],
  ['or', or(phrase('股'), phrase('AI')), ['ev', 'split', 'stock', 'wide']],
  ['or of nothing', or(), []],
  ['not', not(phrase('新能源')), EVERY.filter((id) => !['ev', 'old', 'trad'].includes(id))],
  ['not not', not(not(phrase('AI'))), ['ev', 'wide']],
  ['not everything', not(all), []],
  ['and not', and(phrase('新能源'), not(phrase('AI'))), ['old', 'trad']],
  ['and of nots only', and(not(phrase('新能源')), not(date('2020-01-01', null))), ['stock']],
  ['or not', or(phrase('AI'), not(date(null, null))), ['ev', 'stock', 'wide']],
  ['not of an or', not(or(phrase('AI'), phrase('股'), phrase('aids'))), ['empty', 'old', 'trad']],
  ['not of an and', not(and(phrase('新能源'), phrase('出口'))), EVERY.filter((id) => id !== 'ev')],
  ['or in and', and(or(phrase('AI'), phrase('股')), or(phrase('出口'), phrase('收盘'))), ['ev', 'stock']],
  ['and in or', or(and(phrase('AI'), phrase('出口')), and(phrase('A股'), phrase('停'))), ['ev', 'stock']],
  ['and of and not in or', or(and(phrase('新能源'), not(facet('place', '上海市'))), facet('page', '02')), ['old', 'stock', 'trad']],
  ['what cannot be', and(phrase('AI'), not(phrase('AI'))), []],
  ['what is never found, beside what is', or(phrase('！'), phrase('AI')), ['ev', 'wide']],
];

const NEAR: [string, Query, string[]][] = [
  ['in order', near('新能源 出口', 2), ['ev']],
  ['in the other order', near('出口 新能源', 2), ['ev']],
  ['no farther than the distance', near('新能源 出口', 1), []],
  ['words and characters', near('WHO fell', 4), ['latin']],
  ['words one too far', near('WHO fell', 2), []],
  ['three phrases', near('前三季度 汽车 增长', 8), ['ev']],
  ['only in the title', near('汽车 增长', 2, 'title'), ['ev']],
  ['not from the title into the text', near('收盘 沪指', 5), []],
  ['a single character at the end', near('个 跌', 3), ['stock']],
  ['one phrase alone', near('AI', 3), ['ev', 'wide']],
  ['nothing for punctuation', near('， 。', 3), []],
];

const FACETS: [string, Query, string[]][] = [
  ['the whole value', facet('place', '上海市'), ['ev']],
  ['no part of a value', facet('place', '上海'), []],
  ['any of several values', facet('page', '02'), ['stock']],
  ['traditional as simplified', facet('place', '台湾'), ['trad']],
  ['without white space and case', facet('person', 'LIWEI'), ['trad']],
  ['full width as half width', facet('author', 'li wei'), ['wide']],
  ['values with quotes and brackets', facet('policy', '《关于"两新"的通知》'), ['old']],
  ['no value of another field', facet('organization', '上海市'), []],
  ['nothing for an empty value', facet('place', ''), []],
  ['no operator of an engine', facet('place', '上海* OR place:*'), []],
];

const DATES: [string, Query, string[]][] = [
  ['a day', date('2024-02-29', '2024-02-29'), ['ev']],
  ['a leap day as an end', date('2024-01-15', '2024-02-29'), ['ev', 'trad']],
  ['the day after a leap day', date('2024-03-01', '2024-03-01'), ['wide']],
  ['the end of February', date('2024-02-01', '2024-02-28'), ['trad']],
  ['a month', date('2024-02-01', '2024-02-29'), ['ev', 'trad']],
  ['over the end of a month', date('2024-02-29', '2024-03-01'), ['ev', 'wide']],
  ['a year', date('2024-01-01', '2024-12-31'), ['ev', 'split', 'trad', 'wide']],
  ['over the end of a year', date('2023-12-31', '2024-01-01'), ['latin', 'split']],
  ['over the ends of two years', date('2023-12-31', '2025-01-01'), ['empty', 'ev', 'latin', 'split', 'trad', 'wide']],
  ['many years', date('1900-01-01', '2023-12-30'), ['old']],
  ['from a day on', date('2024-03-01', null), ['empty', 'wide']],
  ['up to a day', date(null, '2023-12-31'), ['latin', 'old']],
  ['any date', date(null, null), DATED],
  ['without a date', not(date(null, null)), ['stock']],
  ['a range that ends before it starts', date('2024-03-01', '2024-02-01'), []],
  ['all years there are', date('0001-01-01', '9999-12-31'), DATED],
  ['with words', and(phrase('新能源'), date('2024-01-01', null)), ['ev', 'trad']],
];

export function describeQueries(open: OpenSearchIndex): void {
  describe('queries', () => {
    const used = useIndex(open);
    beforeAll(async () => {
      await used.put(...DOCUMENTS);
    });
    const check = async (_: string, query: Query, expected: string[]): Promise<void> => {
      for (const sort of ['date', 'relevance'] as const) {
        const { total, hits, next } = await used.index.search(request(query, { sort }));
        expect({ sort, total, next, ids: hits.map(({ id }) => id).sort() }).toEqual({ sort, total: expected.length, next: null, ids: expected });
      }
    };
    it.each(PHRASES)('finds by phrase: %s', check);
    it.each(COMBINED)('combines: %s', check);
    it.each(NEAR)('finds phrases near each other: %s', check);
    it.each(FACETS)('finds by facet: %s', check);
    it.each(DATES)('finds by date: %s', check);
  });

  describe('every facet field', () => {
    const used = useIndex(open);
    it.each(FACET_FIELDS)('finds by %s, and by no other field', async (field) => {
      await used.put(searchDocument(field, { facets: { [field]: ['值一', 'Value Two'] } }));
      for (const value of ['值一', 'value two']) expect(await find(used.index, and(facet(field, value), facet(field, '值一')))).toEqual([field]);
    });
  });

  describe('long queries and dates far away', () => {
    const used = useIndex(open);

    it('finds by 64 words at once, and by any of 64', async () => {
      const words = numbers(64).map((n) => `word${n}`);
      await used.put(searchDocument('all words', { text: words.join(' ') }), searchDocument('one word', { text: 'word63' }));
      expect(await find(used.index, and(...words.map((word) => phrase(word))))).toEqual(['all words']);
      expect(await find(used.index, or(...words.map((word) => phrase(word))))).toEqual(['all words', 'one word']);
    });

    it('finds by a query of 20 levels', async () => {
      const deep = numbers(20).reduce<Query>((inner, n) => (n % 2 === 0 ? and(inner, phrase('word63')) : or(inner, phrase('nowhere'))), phrase('word63'));
      expect(await find(used.index, deep)).toEqual(['all words', 'one word']);
    });

    it('finds by a phrase of 300 characters', async () => {
      const long = numbers(300).map((n) => String.fromCodePoint(0x4e00 + 37 * n)).join('');
      await used.put(searchDocument('long', { text: `前${long}后` }));
      expect(await find(used.index, phrase(long))).toEqual(['long']);
      expect(await find(used.index, phrase(`${long.slice(0, 299)}错`))).toEqual([]);
    });

    it.each(['0001-01-01', '0999-12-31', '1799-12-31', '2200-01-01', '9999-12-31'])('finds %s in ranges that hold it', async (day) => {
      await used.put(searchDocument(day, { date: day, text: '远日' }));
      const found = (from: string | null, to: string | null): Promise<string[]> => find(used.index, and(date(from, to), facetless(day)));
      expect(await found(day, day)).toEqual([day]);
      expect(await found(null, null)).toEqual([day]);
      expect(await found(null, day)).toEqual([day]);
      expect(await found(day, null)).toEqual([day]);
      expect(await found('1900-01-01', '2100-12-31')).toEqual([]);
    });
  });
}

/** The documents with dates far away that were put for one day. */
const facetless = (day: string): Query => and(phrase('远日'), date(day, day));
