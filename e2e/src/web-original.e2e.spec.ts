import { beforeAll, describe, expect } from '@jest/globals';
import type { PrintedArticle } from '@wenliu/contracts';
import { canBrowse, openTab, WHY_NOT } from './browser.fixture.js';
import { page as samplePage } from './pages.js';
import { itIf, startWithPages, type Server } from './story.fixture.js';

let server: Server;
beforeAll(async () => {
  if (canBrowse) server = await startWithPages();
});

const isPrintedOn = ({ provenance }: PrintedArticle, line: number): boolean => provenance.lines.some(([first, last]) => line >= first && line <= last);
const firstLineOf = ({ provenance }: PrintedArticle): number => Math.min(...provenance.lines.map(([first]) => first));

/** One article on two pages of an issue, and another on each. */
const FRONT = `清水河上建起三座新水闸
本报记者 边一山
　　本报讯 清水河水闸工程指挥部昨天宣布，三座水闸全部合龙，灌溉面积将
增加到四十二万亩。工程从前年秋天动工，一百二十名工人在河道里干了两个冬天，
指挥部把每一道闸门的编号都刻在了（下转第三版）

菜市场白菜每斤降两角
本报记者 舒广田
　　本报讯 城南菜市场的白菜昨天每斤降了两角，摊主说外地的菜车到得比往年早，
价钱还会再落一些。
`;
const INSIDE = `青岭镇办起夜校
本报记者 季望
　　本报讯 青岭镇的夜校上周开课，头一期教的是果树剪枝，报名的有六十多人，
教室里加了两排凳子。

（上接第一版）闸墩上。清水河水闸工程指挥部的总工程师说，明年春灌之前，三座水闸都要完成
试运行，沿河十一个村的水费按方计收。
`;

describe('an original beside its articles', () => {
  itIf(canBrowse, WHY_NOT, 'has every line with the number of its article, and is a click away from an article', async () => {
    const { id, bytes } = samplePage('page-02.txt');
    const articles = (await server.client.articlesOf(id)).sort((a, b) => firstLineOf(a) - firstLineOf(b));
    expect(articles.length).toBeGreaterThan(1);
    const { page, complaints } = await openTab(`${server.url}/?article=${articles[1]?.id ?? ''}`);
    await page.getByRole('region', { name: '版面位置' }).getByRole('link', { name: '所在版面' }).click();
    const original = page.getByRole('group', { name: '原文', exact: true });
    await original.locator('#line-1').waitFor();
    const printed = bytes.toString('utf8').replace(/\n$/, '').split('\n');
    expect(await original.locator('.line .line-text').allTextContents()).toEqual(printed);
    const owners = printed.map((_, index) => {
      const owner = articles.findIndex((article) => isPrintedOn(article, index + 1));
      return owner === -1 ? '·' : String(owner + 1);
    });
    expect(await original.locator('.line .line-owner').allTextContents()).toEqual(owners);
    const cards = page.getByRole('region', { name: '文章', exact: true }).getByRole('article');
    expect(await cards.getByRole('heading', { level: 3 }).allTextContents()).toEqual(articles.map(({ title }) => title ?? '（无题）'));
    expect(complaints).toEqual([]);
  });

  itIf(canBrowse, WHY_NOT, 'marks the counterpart of what is pointed at or focused, and goes there at a click', async () => {
    const { id } = samplePage('page-02.txt');
    const { page, complaints } = await openTab(`${server.url}/?document=${id}`);
    const cards = page.getByRole('region', { name: '文章', exact: true }).getByRole('article');
    await cards.nth(1).hover();
    await page.locator('.chunk.active').first().waitFor();
    expect(new Set(await page.locator('.chunk.active .line-owner').allTextContents())).toEqual(new Set(['2']));
    expect(await page.locator('.chunk.active').count()).toBe(await page.getByRole('button', { name: /^第 2 篇：/ }).count());

    await page.getByRole('button', { name: /^第 1 篇：/ }).first().focus();
    await page.locator('.card.active').waitFor();
    expect(await page.locator('.card.active').getAttribute('id')).toBe('article-1');
    await page.keyboard.press('Enter');
    await page.locator('#article-1:focus').waitFor();
    await cards.last().getByRole('button', { name: /^在原文中显示/ }).click();
    await page.locator('.line:focus').waitFor();
    expect(await page.locator('.line:focus .line-owner').textContent()).toBe(String(await cards.count()));
    expect(complaints).toEqual([]);
  });

  itIf(canBrowse, WHY_NOT, 'names each repair, and shows where it is printed', async () => {
    const { id, lines } = samplePage('page-04.txt');
    const repaired = (await server.client.articlesOf(id)).find(({ repairs }) => repairs.some(({ reason }) => reason === 'quotation-marks'));
    const { page, complaints } = await openTab(`${server.url}/?document=${id}&article=${repaired?.id ?? ''}`);
    const card = page.getByRole('article').filter({ has: page.getByRole('link', { name: repaired?.title ?? 'a title', exact: true }) });
    const places = repaired?.repairs.reduce((sum, { count }) => sum + count, 0) ?? 0;
    const list = card.getByRole('region', { name: `已修复 ${places} 处` });
    await list.getByRole('button', { name: /^再显示/ }).click();
    expect(await list.getByRole('listitem').count()).toBe(repaired?.repairs.length);
    const one = list.getByRole('listitem').filter({ hasText: '引号形式' }).first();
    const where = /第 (\d+) 行第 (\d+) 个/.exec((await one.getByRole('button').getAttribute('aria-label')) ?? '');
    const repair = repaired?.repairs.find(({ line, column, reason }) => reason === 'quotation-marks' && line === Number(where?.[1]) && column === Number(where?.[2]));
    await one.getByRole('button').click();
    await page.locator('mark:focus').waitFor();
    expect(await page.locator('mark:focus').textContent()).toBe(repair?.printed);
    // What is marked and what was put in leave the line as it is printed.
    expect(await page.locator('.line', { has: page.locator('mark:focus') }).locator('.line-text').textContent()).toBe(lines[(repair?.line ?? 0) - 1]);
    expect(complaints).toEqual([]);
  });

  itIf(canBrowse, WHY_NOT, 'shows an article of two pages on both, each a link to the other, and no part as an article of its own', async () => {
    const [front = '', inside = ''] = await server.client.pushLines([
      { content: FRONT, publication: '青岭日报', issueDate: '2024-03-01', page: '1' },
      { content: INSIDE, publication: '青岭日报', issueDate: '2024-03-01', page: '3' },
    ]);
    await server.client.until([front, inside], 'done');
    const { page, complaints } = await openTab(`${server.url}/?document=${inside}`);
    const cards = page.getByRole('region', { name: '文章', exact: true }).getByRole('article');
    await cards.getByRole('link', { name: '清水河上建起三座新水闸' }).waitFor();
    expect(await cards.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['青岭镇办起夜校', '清水河上建起三座新水闸']);
    expect(await page.locator('#line-6 .line-owner').textContent()).toBe('2');
    await cards.getByRole('link', { name: '第1版' }).click();
    await cards.getByRole('link', { name: '菜市场白菜每斤降两角' }).waitFor();
    expect(await cards.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['清水河上建起三座新水闸', '菜市场白菜每斤降两角']);
    await cards.getByRole('link', { name: '第3版' }).waitFor();
    expect(complaints).toEqual([]);
  });

  itIf(canBrowse, WHY_NOT, 'is found from the pipeline, and draws of a long one only what is looked at', async () => {
    const count = 20_000;
    const long = Array.from({ length: count }, (_, i) => `　　第${i + 1}条记录说，这一天库房收进货物${i + 7}件，都登记在册。`).join('\n');
    const receipt = await server.client.push(long, { type: 'text/plain', parameters: 'name=long.txt' });
    const id = receipt.items[0]?.id ?? '';
    await server.client.until([id], 'done');
    const { page, complaints } = await openTab(`${server.url}/?view=pipeline`);
    await page.getByRole('region', { name: '原件' }).getByRole('link', { name: 'long.txt' }).click();
    await page.locator('#line-1').waitFor();
    expect(await page.locator('.line').count()).toBeLessThan(3000);
    const pane = page.getByRole('group', { name: '原文', exact: true });
    await pane.press('End');
    await page.locator(`#line-${count}`).waitFor();
    // What the scrolling passes is drawn as well, on a busy machine more of it.
    expect(await page.locator('.line').count()).toBeLessThan(count / 3);
    expect(complaints).toEqual([]);
  });
});
