import { beforeAll, describe, expect } from '@jest/globals';
import { canBrowse, openTab, WHY_NOT } from './browser.fixture.js';
import { page as samplePage } from './pages.js';
import { itIf, startWithPages, type Server } from './story.fixture.js';

let server: Server;
beforeAll(async () => {
  if (canBrowse) server = await startWithPages();
});

describe('the web page', () => {
  itIf(canBrowse, WHY_NOT, 'finds an article, marks what was asked for, and narrows by a facet', async () => {
    const { page, complaints } = await openTab(server.url);
    await page.getByRole('textbox', { name: '检索词' }).fill('"海铁联运班列"');
    await page.getByRole('search').getByRole('button', { name: '检索', exact: true }).click();
    const results = page.getByRole('region', { name: '检索结果' });
    await results.getByText('共 1 篇').waitFor();
    expect(await results.locator('mark').first().textContent()).toBe('海铁联运班列');

    await page.goto(server.url);
    const latest = page.getByRole('region', { name: '最新文章' });
    await latest.getByText(`共 ${(await server.client.search({ size: '1' })).total} 篇`).waitFor();
    const facets = page.getByRole('complementary', { name: '筛选' });
    // Among the first few papers or not: that depends on what the pages are split into.
    const more = facets.locator('section').filter({ has: page.getByRole('heading', { name: '报纸' }) }).getByRole('button', { name: '更多' });
    if (await more.isVisible()) await more.click();
    const paper = facets.getByRole('button', { name: /澜州日报/ });
    const count = Number(/\d+$/.exec((await paper.textContent()) ?? '')?.[0]);
    await paper.click();
    await page.getByText(`共 ${count} 篇`).waitFor();
    expect(await page.locator('.result-list > li').count()).toBe(count);
    expect(await facets.getByRole('button', { name: /澜州日报/ }).getAttribute('aria-pressed')).toBe('true');
    expect(complaints).toEqual([]);
  });

  itIf(canBrowse, WHY_NOT, 'shows an article, and where it is printed on its page', async () => {
    const { page, complaints } = await openTab(`${server.url}/?q=${encodeURIComponent('县域外贸综合服务点')}`);
    await page.getByRole('link', { name: '前五月澜州外贸进出口增长一成二' }).click();
    const article = page.getByRole('article');
    await article.getByRole('heading', { name: /前五月澜州外贸进出口增长一成二/ }).waitFor();
    expect(await article.textContent()).toContain('全市完成外贸进出口总值186.4亿元，同比增长12.3%。');
    const pane = page.getByRole('region', { name: '版面位置' });
    await pane.locator('#line-11').waitFor();
    expect(await pane.locator('#line-11').textContent()).toContain(samplePage('page-01.txt').lines[10] ?? 'a line');
    expect(await pane.locator('.line').count()).toBe(samplePage('page-01.txt').bytes.toString('utf8').trimEnd().split('\n').length);
    // Its own lines are a block of their own, apart from the other articles of the page, which are links.
    expect(await pane.locator('a.block').count()).toBeGreaterThanOrEqual(3);
    await page.getByRole('region', { name: '处理经过' }).getByText('split-document').waitFor();
    expect(complaints).toEqual([]);
  });

  itIf(canBrowse, WHY_NOT, 'says where a query is wrong, and that nothing was found', async () => {
    const { page } = await openTab(`${server.url}/?q=${encodeURIComponent('(外贸')}`);
    await page.getByRole('alert').getByText('检索词有误').waitFor();
    await page.getByRole('textbox', { name: '检索词' }).fill('"没有任何文章说过的这几个字"');
    await page.keyboard.press('Enter');
    await page.getByText('没有找到文章').waitFor();
  });

  itIf(canBrowse, WHY_NOT, 'shows the pipeline, and what comes while one looks', async () => {
    const { page, complaints } = await openTab(server.url);
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '流水线' }).click();
    const stages = page.getByRole('region', { name: '各步骤' });
    for (const stage of ['split-document', 'tag-article', 'index-article']) await stages.getByRole('row', { name: new RegExp(stage) }).waitFor();
    expect(await stages.getByText('运行中').count()).toBeGreaterThanOrEqual(3);
    await page.getByText('已连接').waitFor();
    await server.client.pushLines([{ sourceId: 'while-looking', title: '看着流水线时来的一篇', paragraphs: ['正文。'] }]);
    await page.getByText('看着流水线时来的一篇').waitFor();
    expect(complaints).toEqual([]);
  });

  itIf(canBrowse, WHY_NOT, 'speaks English at the press of a button, and remembers it', async () => {
    const { page, complaints } = await openTab(server.url);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('textbox', { name: 'Search words' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await page.getByRole('textbox', { name: 'Search words' }).waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('textbox', { name: '检索词' }).waitFor();
    expect(complaints).toEqual([]);
  });

  itIf(canBrowse, WHY_NOT, 'shows what was pushed as text, never as a page', async () => {
    const title = '<script>document.title = "broken"</script><img src=x onerror=alert(1)>';
    const [document] = await server.client.until(await server.client.pushLines([{ sourceId: 'script', title, paragraphs: [`${title}正文`] }]), 'done');
    const { page, complaints } = await openTab(`${server.url}/?article=${document?.articles[0]?.id ?? ''}`);
    await page.getByRole('article').getByText('正文').waitFor();
    expect(await page.getByRole('article').textContent()).toContain(title);
    expect(await page.title()).not.toBe('broken');
    expect(complaints).toEqual([]);
  });
});
