import { describe, expect, it } from '@jest/globals';
import { splitHtml as splitWith } from './split-html.js';

const splitHtml = (source: string) => splitWith(source, { publication: null, issueDate: null, page: null, url: null, revision: 1 });

const PAGE = `<!DOCTYPE html>
<html><head><title>青石巷口的修表摊_青山晚报</title>
<meta property="og:site_name" content="青山晚报"><meta name="author" content="记者 林见川">
<meta property="article:published_time" content="2025-06-18T08:00:00+08:00">
<link rel="canonical" href="https://n.cn/a/1">
<script>var text = "<p>不是正文。</p>";</script></head>
<body><div class="nav"><a href="/">首页</a> <a href="/a">要闻</a></div>

<div class="article"><h1>青石巷口的修表摊</h1>
<p>　　六十七岁的老邵在巷口修了四十年表，街坊说他的手比钟还准，
他只是笑笑&mdash;&mdash;把放大镜推回额头上。</p>
<p>去年冬天，<b>他收了一个徒弟</b>，一个毕业两年的年轻人，白天写代码，晚上来摆弄齿轮。</p>
<p>&ldquo;机器会坏，时间不会。&rdquo;老邵说，只要还有人上弦，他就不收摊。<br>摊位的灯每晚亮到九点半。</p></div>
<div class="footer">版权所有 未经授权不得转载</div></body></html>`;

const paragraph = '<p>澜江的水位昨天夜里退了半米，堤上的人换了第三班，灯还亮着，没有人说要走。</p>';
const textOf = (source: string): string => splitHtml(source).drafts.flatMap((draft) => draft.paragraphs).join('\n');

function readThrough(source: string): { text: string; printed: string } {
  const [draft] = splitHtml(source).drafts;
  const lines = source.split('\n');
  const text = draft?.paragraphs.join('\n') ?? '';
  let at = 0;
  let printed = '';
  for (const [start, end, line, column] of draft?.map ?? []) {
    printed += text.slice(at, start) + (lines[line - 1] ?? '').slice(column - 1, column - 1 + end - start);
    at = end;
  }
  return { text, printed: printed + text.slice(at) };
}

describe('splitHtml', () => {
  it('finds the article among navigation, script and footer', () => {
    const { drafts } = splitHtml(PAGE);
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({
      title: '青石巷口的修表摊',
      publication: '青山晚报',
      publishedAt: '2025-06-18T08:00:00+08:00',
      url: 'https://n.cn/a/1',
      byline: { raw: '记者 林见川', authors: [{ name: '林见川', role: '记者' }] },
      paragraphs: [
        '六十七岁的老邵在巷口修了四十年表，街坊说他的手比钟还准，他只是笑笑——把放大镜推回额头上。',
        '去年冬天，他收了一个徒弟，一个毕业两年的年轻人，白天写代码，晚上来摆弄齿轮。',
        '“机器会坏，时间不会。”老邵说，只要还有人上弦，他就不收摊。',
        '摊位的灯每晚亮到九点半。',
      ],
    });
  });

  it('maps the text to where it stands in the source, and gives every line one owner', () => {
    const { text, printed } = readThrough(PAGE);
    expect(printed).toBe(text);
    const { drafts, roles } = splitHtml(PAGE);
    expect(drafts[0]?.lines).toEqual([9, 10, 11, 12, 13]);
    expect(roles.map((role, i) => (role === null) === (drafts[0]?.lines.includes(i + 1) ?? false))).toEqual(roles.map(() => true));
    expect(roles[7]).toBe('blank');
  });

  it('reads a fragment without html or body', () => {
    expect(textOf(`<h2>题</h2>${paragraph.repeat(4)}`)).toContain('澜江的水位昨天夜里退了半米');
    expect(textOf('没有标签的一句话，也是正文。')).toBe('没有标签的一句话，也是正文。');
  });

  it('finds no article in markup alone', () => {
    expect(splitHtml('<html><body><img src="a.jpg"></body></html>').drafts).toEqual([]);
  });

  it.each([
    ['10,000 levels', '<div>'.repeat(10_000) + paragraph],
    ['100,000 levels', '<span>'.repeat(100_000) + paragraph],
    ['levels hidden in noscript', `<noscript>${'<div>'.repeat(10_000)}</noscript>${paragraph}`],
    ['2 MB of paragraphs', paragraph.repeat(25_000)],
    ['links alone', '<a href="http://n.cn">水位，</a> '.repeat(20_000) + paragraph],
    ['a million brackets', '<'.repeat(1_000_000) + paragraph],
    ['end tags of nothing', '</div></span>'.repeat(100_000) + paragraph],
    ['half a million class names', `<div class="${'a '.repeat(500_000)}">${paragraph.repeat(9)}</div>`],
    ['references', '&amp;&#x6c34;&bogus;&'.repeat(50_000) + paragraph],
    ['tables in tables', '<table><tr><td>'.repeat(5000) + paragraph],
  ])('reads %s within bounds', (_, source) => {
    const start = performance.now();
    expect(textOf(`<html><body>${source}</body></html>`)).toContain('堤上的人换了第三班');
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it.each(['<a b="', '<!--', '<script>', '</', '<p title=">', '&#', '<![CDATA[', '<?xml '])('survives %j without end', (piece) => {
    const start = performance.now();
    expect(() => splitHtml(piece.repeat(200_000))).not.toThrow();
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
