import { describe, expect, it } from '@jest/globals';
import { splitPage } from './split-page.js';

const HINTS = { publication: null, issueDate: null, page: null, url: null, revision: 1 };
const split = (lines: readonly string[]) => splitPage(lines.join('\n'), HINTS).drafts;
const TEXT = '老船工把渡口的缆绳一圈圈收好，放进了博物馆送来的木箱里，渡口从此安静下来，来看的人反而多了。';
const STORY = ['公园添了四十张长椅', '本报讯（记者 林见川）县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐，下雨也不怕。'];

describe('forms that papers print', () => {
  it('takes the title of a report behind its dateline, with its names, for a line of names', () => {
    const [draft] = split(['渡口收起了缆绳', '', '【法新社巴黎11月3日电】题：渡船比火车抢手（记者 苏眉）', '', TEXT, '', ...STORY]);
    expect(draft).toMatchObject({ title: '渡口收起了缆绳', agency: '法新社', dateline: { raw: '法新社巴黎11月3日电' }, paragraphs: [TEXT] });
    expect(draft?.byline.authors.map(({ name }) => name)).toEqual(['苏眉']);
  });

  it('knows a date in Chinese numerals as that of a picture story', () => {
    const drafts = split([...STORY, '', '六月九日清晨，青山县月牙湖畔，成群的灰鹤在浅滩上觅食起舞，远处的渡口还笼在雾里。', '', '本报记者 苏眉 摄影报道']);
    expect(drafts.map(({ lines }) => [lines[0], lines.at(-1)])).toEqual([[1, 2], [4, 6]]);
  });

  it('takes dated words over a photographer’s credit for its caption, long as they are', () => {
    const [draft] = split(['渡口收起了缆绳', '', TEXT, '', '六月九日，青山县中心小学的学生在渡口上云上音乐课。', '新华社发（苏眉 摄）', '', ...STORY]);
    expect(draft?.captions.flatMap(({ lines }) => lines)).toEqual([[5, 5], [6, 6]]);
  });

  it('knows who sent the picture that tells a story', () => {
    const story = '这是6月9日在青山县月牙湖畔拍摄的灰鹤。每年此时有三千多只灰鹤来湖边的浅滩上觅食，渡口的船工把船停在远处，不让它们受惊，等到太阳升起才开船。';
    const drafts = split([...STORY, '', '', story, '', '新华社发（苏眉·江摄）']);
    expect(drafts[1]).toMatchObject({ agency: '新华社', byline: { authors: [{ name: '苏眉·江' }], photographers: ['苏眉·江'] } });
  });

  it('takes what speaks of the sentence above it for its end, whatever blank room it has', () => {
    const [draft] = split(['渡口收起了缆绳', '', TEXT, '', '老船工说，新桥通车以后，渡口每天只剩下两班渡船，船票的钱不够补缆绳，', '', '', '这样的日子过了两年。', '', TEXT]);
    expect(draft?.captions).toEqual([]);
  });

  it('takes words down to the photographer’s name, past which a sentence goes on, for those under a picture', () => {
    const column = ['　　老船工把渡口的缆绳一', '圈圈收好，放进了博物馆送', '来的木箱里，他把腾出来的', '青山县月牙湖渡口的船工在收起最后一根', '缆绳。', '本报记者 林见川 摄', '屋子改成了书房，请来孩子', '们坐下来读书，讲一遍从前', '的事。'];
    const [draft] = split(['渡口收起了缆绳', '本报记者 苏眉', ...column, ...column.slice(0, 3), ...column.slice(6)]);
    expect(draft?.captions.flatMap(({ lines }) => lines)).toEqual([[6, 6], [7, 7], [8, 8]]);
  });

  it('knows the name of the section between the page’s number and its day, also at its foot', () => {
    expect(split([TEXT, '', ...STORY, '', '12', '文化·科学', '2026年4月21日　星期二']).map(({ title, lines }) => [title, lines])).toEqual([[null, [1]], ['公园添了四十张长椅', [3, 4]]]);
  });

  it('takes the name of a column of short pieces for none of their headlines', () => {
    const drafts = split([...STORY, '', '渡口动态', '', ...STORY]);
    expect(drafts.map(({ kicker, lines }) => [kicker, lines])).toEqual([[null, [1, 2]], [null, [6, 7]]]);
  });

  it('gives a whole head down to the names to the text above it', () => {
    const drafts = split([TEXT, '', '老船工说，渡口没有了，船还在，缆绳和石阶也还在。', '', '孩子们来看的时候，他就讲一遍从前的事。', '', '渡口收起缆绳之后', '', '老船工把船和缆绳送进博物馆', '', '三百个来看的人都记得渡口的石阶', '', '本报记者 苏眉', '', ...STORY.slice(1)]);
    expect(drafts[0]).toMatchObject({ kicker: '渡口收起缆绳之后', subtitle: '三百个来看的人都记得渡口的石阶', byline: { authors: [{ name: '苏眉' }] } });
  });

  it('knows when and where an essay was written, under it', () => {
    const [draft] = split(['渡口', '林见川', '', TEXT, '', '老船工说，渡口没有了，船还在。', '', '2025年3月28日于青山', '', ...STORY]);
    expect(draft?.lines).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('takes one that tells where and what for words under a picture, within a sentence', () => {
    const [draft] = split(['渡口收起了缆绳', '', TEXT, '', '老船工说，新桥通车以后，渡口每天只剩下两班渡船，他把腾出来的屋子改', '', '青山县月牙湖码头，老船工正在收起最后一根“缆绳”。', '', '成了书房，请孩子们坐下来读书。', '', TEXT]);
    expect(draft?.captions.map(({ lines }) => lines)).toEqual([[[7, 7]]]);
  });

  it('takes the paper’s motto below its name for none of the headlines', () => {
    expect(split(['青山日报', 'QINGSHAN RIBAO', '2025年11月27日　星期四', '服务渡口　记录青山', '', '', ...STORY])[0]).toMatchObject({ kicker: null, title: '公园添了四十张长椅' });
  });

  it('gives “更多报道详见A02、A03版” to the text above it', () => {
    expect(split(['渡口收起了缆绳', TEXT, '更多渡口报道详见A02、A03版', ...STORY]).map(({ lines }) => lines)).toEqual([[1, 2, 3], [4, 5]]);
  });

  it('reads a dateline behind the headline that opens a brief', () => {
    const brief = (title: string): string => `●${title}　本报讯　县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。`;
    const drafts = split([...STORY, '', brief('青山县公园添了长椅'), '', brief('河湾县渡口添了路灯')]);
    expect(drafts.slice(1).map(({ title, agency, dateline }) => [title, agency, dateline?.raw])).toEqual([['青山县公园添了长椅', '本报', '本报讯'], ['河湾县渡口添了路灯', '本报', '本报讯']]);
  });

  it('takes who issued a notice, and when, for no headline', () => {
    const drafts = split(['县交通局公示渡口改造方案', '', TEXT, '', '青山县交通局　2026年3月26日', '', '', '6月17日，青山县的孩子们正在新公园里放风筝，天上有四十只。', '', '本报记者 林见川 摄影报道']);
    expect(drafts.map(({ title }) => title)).toEqual(['县交通局公示渡口改造方案', null]);
  });

  it('knows “速览” over briefs for no name', () => {
    const brief = (title: string): string => `｜${title}｜　县城的三座公园昨天添了四十张长椅，都是木头做的，走累了可以坐。`;
    const drafts = split([...STORY, '', '速览', '', brief('青山：公园添了长椅'), '', brief('河湾：渡口添了路灯')]);
    expect(drafts.map(({ title, byline }) => [title, byline.authors.length])).toEqual([['公园添了四十张长椅', 1], ['青山：公园添了长椅', 0], ['河湾：渡口添了路灯', 0]]);
  });

  it('takes “■现象　……” within a text for a subhead', () => {
    const drafts = split(['孩子们怎样过河', '本报记者 苏眉', '', TEXT, '', '■现象　一张“船票”卖到两百元', '', TEXT, '', '■调查　桥要修三年，船先停了', '', TEXT]);
    expect(drafts).toHaveLength(1);
  });

  it('knows entries of an index by the pages behind them', () => {
    expect(split([...STORY, '', '今日导读', '渡口的船工去了哪里　A05', '新桥两岸多了十家小店　A08']).map(({ lines }) => lines)).toEqual([[1, 2]]);
  });

  it('knows who drew what words are under', () => {
    const [draft] = split(['渡口收起了缆绳', TEXT, '渡口十年客流对比。　青山晚报　制图/苏眉', TEXT]);
    expect(draft?.captions).toMatchObject([{ credit: '青山晚报　制图/苏眉' }]);
  });

  it('takes words with a number over others for captions', () => {
    const [draft] = split(['渡口收起了缆绳', TEXT, '①渡口停航现场。', '②船工收起缆绳。', '（以上照片均由苏眉摄）', ...STORY]);
    expect(draft?.captions.flatMap(({ lines }) => lines)).toEqual([[3, 3], [4, 4], [5, 5]]);
  });

  it('gives “（紧接第一版）” on a line of its own to the headline below it', () => {
    const [draft, ...others] = split(['青山日报　2024年10月16日　星期三　第3版', '（紧接第一版）', '渡口收起了缆绳', TEXT, ...STORY]);
    expect(draft).toMatchObject({ title: '渡口收起了缆绳', continuedFrom: '第一版', lines: [3, 2, 4] });
    expect(others).toHaveLength(1);
  });

  it('gives “详见2版” on a line of its own to the text above it', () => {
    const drafts = split(['渡口收起了缆绳', TEXT, '详见2版', ...STORY]);
    expect(drafts.map(({ lines }) => lines)).toEqual([[1, 2, 3], [4, 5]]);
  });

  it('reads a poem under its poet’s name', () => {
    const drafts = split([...STORY, '', '渡口', '苏　眉', '', '船还系在那棵老柳树上', '缆绳磨出的沟痕', '比一个人的皱纹还深', '', '对岸的灯火一盏盏亮起', '没有人再喊过河', '桥已经替我们走完了全程', '只有水还记得', '每一个踏上跳板的清晨']);
    expect(drafts[1]).toMatchObject({ title: '渡口', byline: { authors: [{ name: '苏眉' }] } });
    expect(drafts[1]?.lines.at(-1)).toBe(15);
  });

  it('goes on with a list of lines set close, and with the rows of a table below its rule', () => {
    const list = ['■这些船客请先上', '带孩子的', '拿重物的', '赶考的学生', '看病的老人'];
    const drafts = split(['渡口收起了缆绳', '', '本报记者 苏眉', '', TEXT, '', ...list, '', ...STORY.flatMap((line) => [line, ''])]);
    expect(drafts.filter(({ lines }) => list.some((_, i) => lines.includes(7 + i)))).toHaveLength(1);
    expect(drafts.map(({ title }) => title)).not.toContain('带孩子的');
    const table = ['| 渡口 | 班次 |', '|---|---|', '| 东渡 | 12 |', '| 西渡 | 8 |'];
    expect(split(['渡口收起了缆绳', '', TEXT, '', ...table])[0]?.lines.slice(-1)).toEqual([8]);
  });

  it('takes a heading with an ornament below names for the first subhead', () => {
    const drafts = split(['渡口收起了缆绳', '', '本报记者 苏眉', '', '■船工来电', '', TEXT, '', '■记者走访', '', TEXT.replace('老船工', '年轻的船工')]);
    expect(drafts.map(({ title, byline }) => [title, byline.authors.length])).toEqual([['渡口收起了缆绳', 1]]);
  });

  it('opens a brief at each place in brackets', () => {
    const briefs = ['东渡', '西渡', '南渡'].map((place) => `【${place}】${TEXT}（据青山社电）`);
    expect(split([...STORY, ...briefs]).map(({ lines }) => lines)).toEqual([[1, 2], [3], [4], [5]]);
  });

  it('takes words with “提供” in brackets for those under a picture', () => {
    const [draft] = split(['渡口收起了缆绳', '', '本报记者 苏眉', '', TEXT, '', '老船工站在渡口的石阶上，看孩子们收缆绳。（青山博物馆提供）', '', TEXT]);
    expect(draft?.captions).toHaveLength(1);
  });

  it('takes a few words in the middle of a sentence for those under a picture', () => {
    const cut = '老船工把渡口的缆绳一圈圈收好，放进了博物馆送来的木箱里。他在渡口撑了四十年船，送过上学的孩子，渡口的石阶被踩得发';
    const [draft] = split(['渡口收起了缆绳', '', '本报记者 苏眉', '', cut, '', '石阶近照', '', '亮，下雨天也不滑。老船工说，渡口没有了，船还在。']);
    expect(draft).toMatchObject({ captions: [{ text: '石阶近照' }], paragraphs: [`${cut}亮，下雨天也不滑。老船工说，渡口没有了，船还在。`] });
  });

  it('gives the day and the name above a note on the writer to the text above', () => {
    const letter = ['写给渡口', '', TEXT, '', '眉儿', '', '11月8日夜', '', '（作者苏眉为渡口职工家属）', '', ...STORY.flatMap((line) => [line, ''])];
    expect(split(letter).map(({ title, byline }) => [title, byline.authors.map(({ name }) => name)])).toEqual([
      ['写给渡口', ['苏眉']],
      ['公园添了四十张长椅', ['林见川']],
    ]);
  });

  it('takes the notice of an office up to its last words for none', () => {
    const notice = ['青山县人民政府', '关于渡口停航的通告', '为保障安全，现将渡口停航有关事项通告如下：', '一、停航日期：2025年12月10日。', '二、停航范围：全县渡口。', '三、船工由县里安置。', '四、渡船交博物馆。', '五、缆绳不得自取。', '六、船票可以退换。', '特此通告。'];
    expect(split([...STORY, ...notice]).map(({ title }) => title)).toEqual(['公园添了四十张长椅']);
  });

  it('takes what neighbours say for one text', () => {
    const voices = ['林见川（58岁，2栋居民）', '苏眉（44岁，5栋车主）', '邓以宁（29岁，租户）'].map((who) => `▲${who}：以前渡口天天有船，现在有了桥，过河的人反而少了。`);
    expect(split(['街坊怎么说', '', ...voices.flatMap((line) => [line, '']), ...STORY.flatMap((line) => [line, ''])])).toHaveLength(2);
  });

  it('opens no article under the name of a part alone', () => {
    const part = (name: string): string[] => [`【${name}】`, '', TEXT, ''];
    expect(split(['捡到缆绳如何定性', '', '闻人策', '', ...part('案情'), ...part('分歧'), ...part('评析')]).map(({ title }) => title)).toEqual(['捡到缆绳如何定性']);
  });

  it.each(['［作者单位：青山学院公共管理学院；渡口镇人民政府］', '座右铭：人没到齐，船不要开', '渡口停了，船工去哪儿？►详见7版'])('takes a text that ends with %p for whole', (end) => {
    expect(split(['渡口收起了缆绳', '', '本报记者 苏眉', '', TEXT, '', TEXT, '', end])[0]?.complete).toBe(true);
  });

  it('takes numbers by themselves for parts of a text, not of pages', () => {
    const parts = ['1', '2', '3'].flatMap((number) => [number, '', TEXT.replace('渡口从此', `第${number}天从此`), '']);
    const { drafts, roles } = splitPage(['渡口收起了缆绳', '', '本报记者 苏眉', '', ...parts].join('\n'), HINTS);
    expect(drafts[0]?.page).toBeNull();
    expect(roles).not.toContain('page-number');
    const broken = [TEXT.slice(0, -8), '1', TEXT.slice(-8), TEXT, '2', TEXT, '3', TEXT];
    expect(splitPage(['渡口收起了缆绳', '本报记者 苏眉', ...broken].join('\n'), HINTS).roles.filter((role) => role === 'page-number')).toHaveLength(3);
  });

  it('has no subhead right below the first paragraph of a report', () => {
    const titles = split([...STORY, '渡口停航之后怎么过河', `本报记者 苏眉 报道　${TEXT}`]).map(({ title }) => title);
    expect(titles).toEqual(['公园添了四十张长椅', '渡口停航之后怎么过河']);
  });
});
