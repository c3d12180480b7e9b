import { readFileSync } from 'node:fs';
import type { DocumentHints } from '@wenliu/contracts';
import { describe, expect, it } from '@jest/globals';
import { splitHtml } from './split-html.js';

const NO_HINTS: DocumentHints = { publication: null, issueDate: null, page: null, url: null, revision: 1 };
const read = (name: string): string => readFileSync(new URL(`../../../../../seeds/html/${name}`, import.meta.url), 'utf8');
const split = (source: string) => splitHtml(source, NO_HINTS);
const titlesOf = (source: string): (string | null)[] => split(source).drafts.map(({ title }) => title);
const page = (body: string, title = ''): string => `<html><head><title>${title}</title></head><body>\n${body}\n</body></html>`;

const PIER = { title: '老码头夜里亮了灯', text: ['江水退下去的第三天，老码头的栈桥铺上了新木板，工人把最后一盏灯拧紧，灯光落在水面上。', '守渡口的人说，灯亮了，晚归的船就有了方向。'] };
const MILL = { title: '水磨坊转出新生意', text: ['停了二十年的水磨又转起来，磨出来的米粉细得像雪，城里的糕饼铺一次订走三百斤。', '磨坊主把磨盘的声音录下来，放给来的孩子听，孩子们说像远处打雷。'] };
const STREET = { title: '修伞街只剩最后一家', text: ['整条街从前有四十多家修伞铺，如今只剩街尾的一间，门口还挂着那把褪了色的油纸伞。', '他说修一把伞收三元，不图挣钱，图个念想，街坊常来陪他坐一会儿。'] };
const STORIES = [PIER, MILL, STREET];

const paragraphs = (text: readonly string[]): string => text.map((one) => `<p>${one}</p>`).join('\n');
const nameOf = (i: number): string => ['苏见川', '林以棠', '顾长河'][i] ?? '';
const signed = (i: number): string => `<p>本报记者 ${nameOf(i)}</p>`;

/** Reads each run of the map in the source; what is in no run is taken from the clean text. */
function expectPrinted(source: string): void {
  const lines = source.split('\n');
  for (const { map, paragraphs: text } of split(source).drafts) {
    const clean = text.join('\n');
    expect(map.length).toBeGreaterThan(0);
    for (const [start, end, line, column] of map) expect((lines[line - 1] ?? '').slice(column - 1, column - 1 + end - start)).toBe(clean.slice(start, end));
  }
}

/** Every line is one article's, or has a role. */
function expectCovered(source: string): void {
  const { drafts, roles } = split(source);
  const owners = roles.map((role): number => (role === null ? 0 : 1));
  for (const draft of drafts) for (const line of draft.lines) owners[line - 1] = (owners[line - 1] ?? 0) + 1;
  expect(owners).toEqual(source.split('\n').map(() => 1));
}

describe('a newspaper page as HTML', () => {
  it('gives every article in an element of its own, with all that a page gives', () => {
    const { drafts, roles, cameApart } = split(read('page-h1.html'));
    expect(cameApart).toBe(true);
    expect(roles.slice(9, 12)).toEqual(['masthead', 'page-number', 'navigation']);
    expect(drafts).toMatchObject([
      {
        kicker: '春灌一线见闻', title: '一张水票管住三万亩地', subtitle: '——望亭灌区水权改革的第一个春天', publication: '栖霞江日报', issueDate: '2026-03-12', page: '2',
        byline: { authors: [{ name: '邬静澜', role: '本报记者' }, { name: '滕守田', role: '通讯员' }] }, continuesTo: '第4版', complete: false,
        captions: [{ text: '图为管水员在望亭灌区查看水位。本报记者 邬静澜 摄', credit: '本报记者 邬静澜 摄', lines: [[23, 23]] }], lines: [16, 17, 18, 19, 20, 21, 25, 26, 27, 23],
      },
      { title: '全市首座“零碳渡口”启用', agency: '本报', byline: { authors: [{ name: '柯以宁', role: '记者' }] }, complete: true, lines: [30, 31, 32] },
      { title: '早稻集中育秧面积再扩大', agency: '新华社', dateline: { place: '栖霞江', date: '3月11日' }, eventTime: '2026-03-11T00:00:00+08:00', lines: [35, 36, 37] },
      { title: '老茶馆续写新章', continuedFrom: '第1版', complete: false, captions: [{ text: '听客在老茶馆听评弹。　柯以宁　摄', lines: [[43, 43]] }], lines: [40, 41, 42, 43] },
    ]);
    expect(drafts[0]?.paragraphs).toContain('“以前谁在上游谁先浇，下游的庄稼只能等天。”滕守业说，去年秋天灌区把用水指标分到了户，一亩地一年一百八十方，省下来的可以卖。');
  });

  it('needs no classes, headings or end tags', () => {
    const { drafts, cameApart } = split(read('page-h2.html'));
    expect(cameApart).toBe(true);
    expect(drafts).toMatchObject([
      { title: '小区门口的“共享工具屋”', byline: { authors: [{ name: '覃牧' }] }, publication: '芦湾晚报', issueDate: '2026-04-18', page: 'A06' },
      { title: '七旬夫妻二十年拍下三百座老桥', byline: { authors: [{ name: '展清和' }] } },
      { title: '地铁五号线北延段全线洞通', agency: '本报' },
      { title: '夜市摊主自发设立“醒酒茶”', agency: '本报' },
    ]);
  });

  it('is read as the text of a page where all of it is in one element', () => {
    const { drafts, cameApart, notes } = split(read('page-h3.html'));
    expect(cameApart).toBe(false);
    expect(drafts).toMatchObject([
      { title: '全县千名干部进村', subtitle: '“板凳会”开到田埂上', byline: { authors: [{ name: '茅景行' }] }, publication: '枫岭日报', issueDate: '2026-05-20', page: '3', captions: [{ lines: [[14, 14]] }] },
      { title: '枫岭茶香飘进高铁站', byline: { authors: [{ name: '辜晴' }] }, lines: [17, 18, 19] },
      { title: '残疾人驿站办起豆腐坊', byline: { authors: [{ name: '祁小满' }] } },
      { title: '山塘清淤赶在汛期前', byline: { authors: [{ name: '吉运来' }] } },
    ]);
    expect(drafts[0]?.paragraphs[2]).toBe('石盘村的问题集中在水渠和路灯。村民罗水根说，渠堵了三年，找过镇里、找过水务站，都说要等项目。夏知远当场给水务局打了电话，第二天下午，挖机就开到了渠口。');
    expect(notes.find(({ line }) => line === 14)).toMatchObject({ role: 'caption', article: 0 });
  });

  it.each(['page-h1.html', 'page-h2.html', 'page-h3.html'])('maps the text of %s to where it stands in the source, and gives every line one owner', (name) => {
    const source = read(name);
    expectPrinted(source);
    expectCovered(source);
  });

  it('keeps what has no headline: a rest, a box, loose text and the words under a picture', () => {
    const news = (body: string): string => `<div class="news">${body}</div>`;
    const { drafts } = split(
      page(
        [
          news(`<h2>${PIER.title}</h2>${signed(0)}${paragraphs(PIER.text)}`),
          '<p>栈桥的木板来自拆下的旧渡船，船号还看得见。</p>',
          news(`<h3>新闻链接</h3><p>老码头建于一百二十年前，曾是上下游十三县的粮食集散地。</p>`),
          '<p><img alt="图为老码头栈桥。苏见川 摄"></p>',
          news(`<h2>${MILL.title}</h2>${signed(1)}${paragraphs(MILL.text)}`),
          news('<p>（上接第1版）三座桥的护栏一共刷了四遍漆，最后一遍是镇上的孩子们刷的。</p>'),
          news('<p>修伞的师傅收起了摊子，把钥匙交给了来接班的徒弟，说明天早上再来看看。</p>'),
        ].join('\n'),
      ),
    );
    expect(drafts).toMatchObject([
      { title: PIER.title, paragraphs: [...PIER.text, '栈桥的木板来自拆下的旧渡船，船号还看得见。', '新闻链接', '老码头建于一百二十年前，曾是上下游十三县的粮食集散地。'], captions: [{ text: '图为老码头栈桥。苏见川 摄' }] },
      { title: MILL.title, paragraphs: MILL.text },
      { title: null, continuedFrom: '第1版' },
      { title: null, paragraphs: ['修伞的师傅收起了摊子，把钥匙交给了来接班的徒弟，说明天早上再来看看。'] },
    ]);
  });

  it('is read alike on one line, which its articles then share', () => {
    const source = read('page-h1.html').replaceAll('\n', '');
    expect(titlesOf(source)).toEqual(titlesOf(read('page-h1.html')));
    expect(split(source).drafts.map(({ lines }) => lines)).toEqual([[1], [1], [1], [1]]);
    expectPrinted(source);
  });

  it('keeps the line breaks of preformatted text', () => {
    const text = read('page-h3.html').split('\n').slice(5, 28).join('\n').replaceAll('<br>', '');
    const source = page(`<pre>\n${text}\n</pre>`);
    expect(titlesOf(source)).toEqual(titlesOf(read('page-h3.html')));
    expectPrinted(source);
  });

  it('believes its own head before the name of the document, and hints before both', () => {
    const source = read('page-h1.html').replace('栖霞江日报数字报', '望江晚报 2025-01-01 A08');
    expect(split(source).drafts[1]).toMatchObject({ publication: '栖霞江日报', issueDate: '2026-03-12', page: '2' });
    expect(splitHtml(source, { ...NO_HINTS, publication: '澜江日报', page: 'B1' }).drafts[1]).toMatchObject({ publication: '澜江日报', issueDate: '2026-03-12', page: 'B1' });
  });

  it.each<[string, (i: number, story: typeof PIER) => string]>([
    ['sections', (i, { title, text }) => `<section><h1>${title}</h1>${signed(i)}${paragraphs(text)}</section>`],
    ['blocks in blocks', (i, { title, text }) => `<div><h3>${title}</h3><div>${signed(i)}</div><div>${paragraphs(text)}</div></div>`],
    ['headings above their texts', (i, { title, text }) => `<h2>${title}</h2>${signed(i)}<div class="txt">${paragraphs(text)}</div>`],
    ['headings in a row', (i, { title, text }) => `<h2>${title}</h2>${signed(i)}${paragraphs(text)}`],
    ['classes', (_, { title, text }) => `<div class="news"><div class="news-title">${title}</div><div>${paragraphs(text)}</div></div>`],
    ['lines and bold letters', (i, { title, text }) => `<div class="b"><b>${title}</b><br>本报记者 ${nameOf(i)}<br>　　${text.join('<br>　　')}</div>`],
    ['elements without signature', (_, { title, text }) => `<article><h2>${title}</h2>${paragraphs(text)}</article>`],
  ])('is split by %s', (_, make) => {
    const { drafts } = split(page(STORIES.map((story, i) => make(i, story)).join('\n')));
    expect(drafts).toMatchObject(STORIES.map(({ title, text }) => ({ title, paragraphs: text })));
  });
});

describe('pieces of pages', () => {
  it('are split without a fault: every line is an article’s or has a role', () => {
    const names = ['page-h1.html', 'page-h2.html', 'page-h3.html', 'article-h4.html', 'list-h5.html'];
    let state = 7;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return (state >> 8) % below;
    };
    for (let round = 0; round < 300; round += 1) {
      const pieces = Array.from({ length: 1 + random(6) }, () => {
        const whole = read(names[random(names.length)] ?? '');
        const at = random(whole.length);
        return whole.slice(at, at + random(1500));
      });
      const source = pieces.join('');
      const { drafts, roles } = split(source);
      const owned = new Set(drafts.flatMap(({ lines }) => lines));
      expect(roles.map((role, i) => (role === null) === owned.has(i + 1))).toEqual(source.split('\n').map(() => true));
    }
  });
});

describe('a web page', () => {
  const comment = '<p>写得真好，家门口的事就该这样写。希望以后多一些这样的报道！</p>';
  const sections = STORIES.map(({ text }, i) => `<section><h2>${['头一件事', '第二件事', '往后的事'][i] ?? ''}</h2>${paragraphs(text)}</section>`).join('');
  const teasers = (link: boolean): string => STORIES.map(({ title, text }) => `<h3>${link ? `<a href="/a/1">${title}</a>` : title}</h3><p>${text[0] ?? ''}</p>`).join('');

  it('of one article stays one, whatever else is on it', () => {
    const { drafts, cameApart } = split(read('article-h4.html'));
    expect(cameApart).toBe(true);
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({ title: '旧厂房里的“零工食堂”', byline: { authors: [{ name: '樊以北', role: '记者' }] }, publication: '滨河新闻网', issueDate: '2026-06-02' });
    expect(drafts[0]?.paragraphs.join('')).toContain('墙上有一块黑板');
    expect(drafts[0]?.paragraphs.join('')).not.toMatch(/绿道|老周|晚风/);
  });

  it('that lists teasers is no page of articles', () => {
    expect(split(read('list-h5.html')).drafts.length).toBeLessThanOrEqual(1);
    expect(split(page(teasers(true))).drafts).toHaveLength(1);
    expect(split(page(teasers(false))).drafts).toHaveLength(1);
    expect(split(page(STORIES.map(({ title, text }) => `<div class="item"><h3><a href="/a/1">${title}</a></h3><p>${text[0] ?? ''}…</p></div>`).join('\n'))).drafts).toHaveLength(1);
  });

  it.each([
    ['sections', `<article><h1>三条老街的三种活法</h1>${signed(0)}${sections}</article>`],
    ['sections beside the headline', `<h1>三条老街的三种活法</h1>${signed(0)}<div>${sections}</div>`],
    ['subheads over blocks', `<h1>三条老街的三种活法</h1>${STORIES.map(({ text }) => `<h2>小标题在这里</h2><div>${paragraphs(text)}</div>`).join('')}`],
    ['teasers', `<div><h1>${PIER.title}</h1>${signed(0)}${paragraphs([...PIER.text, ...MILL.text])}</div><div class="more">${teasers(true)}</div>`],
    ['comments with names for headings', `<div><h2>${PIER.title}</h2>${paragraphs([...PIER.text, ...MILL.text])}</div><ul><li><h4>江边人</h4>${comment}<li><h4>老陈</h4>${comment}</ul>`],
    ['posts about it', `<div><h2>${PIER.title}</h2>${paragraphs([...PIER.text, ...MILL.text])}</div>${['江边人', '老陈'].map((name) => `<div><h4>${name}</h4>${comment}<p>周末带孩子去看看，顺便吃碗米粉，再坐渡船回来，一天就过去了。</p></div>`).join('')}`],
    ['the list of its newspaper page', `<div>湖湾日报　2026年4月2日　星期四　第03版</div><ul>${STORIES.map(({ title }) => `<li><a href="1">${title}</a></li>`).join('')}</ul><div><h2>${PIER.title}</h2>${signed(0)}${paragraphs([...PIER.text, ...MILL.text])}</div>`],
    ['nothing else', `<div>${PIER.title}<br>本报记者 苏见川<br>${[...PIER.text, ...MILL.text].join('<br>')}</div>`],
  ])('of one article with %s stays one', (_, body) => {
    expect(split(page(body)).drafts).toHaveLength(1);
  });

  it('that says what it is called is believed', () => {
    const body = STORIES.map(({ title, text }) => `<div class="box"><h2>${title}</h2>${paragraphs(text)}</div>`).join('\n');
    expect(split(page(body, '湖湾日报')).drafts).toHaveLength(3);
    expect(split(page(body, `${PIER.title}_湖湾网`)).drafts).toHaveLength(1);
    const named = (author: string): string => page(body).replace('<head>', `<head><meta name="author" content="${author}">`);
    expect(split(named('湖湾日报社')).drafts).toHaveLength(3);
    expect(split(named('记者 苏见川')).drafts).toHaveLength(1);
  });
});
