import type { DocumentHints } from '@wenliu/contracts';
import { describe, expect, it } from '@jest/globals';
import { splitPage } from './split-page.js';

const NO_HINTS: DocumentHints = { publication: null, issueDate: null, page: null, url: null, revision: 1 };
const split = (lines: readonly string[]) => splitPage(lines.join('\n'), NO_HINTS).drafts;

/** Cut in the middle of a word. */
const FERRY = '老船工把渡口的缆绳一圈圈收好，放进了博物馆送来的木箱里。他在渡口撑了四十年船，送过上学的孩子，也送过出嫁的姑娘，渡口的石阶被踩得发';
const FERRY_END = '亮，下雨天也不滑。老船工说，渡口没有了，船还在。';
const PARK = '县城的三座公园昨天添了四十张长椅，都是木头做的。公园管理处的人说，长椅的样子是居民投票选出来的，靠背比从前的高。';

describe('readPage', () => {
  it('keeps a headline until its text comes, where another text goes on in between', () => {
    const drafts = split(['渡口收起了缆绳', '本报记者 苏眉', FERRY, '三座公园添了四十张长椅', FERRY_END, `本报讯（记者 林见川）${PARK}`]);
    expect(drafts.map(({ title, lines }) => [title, lines])).toEqual([
      ['渡口收起了缆绳', [1, 2, 3, 5]],
      ['三座公园添了四十张长椅', [4, 6]],
    ]);
  });

  it('does not leave an article just begun whose headline names what the line is about', () => {
    const ferry = ['老船工把渡口的缆绳收好，放进了木箱里。他在渡口撑了四十年船，渡口的石阶被乘船的人踩得发亮。', '新桥建成以后，渡口每天只剩下两班渡船，老船工收的船票也不够买缆绳。', '老船工说，渡口没有了，渡船还在，缆绳和石阶也还在，他每天都去渡口看一看渡船。', '他每天早上先扫石阶，再看渡船和缆绳。'];
    const tickets = ['本报讯（记者林见川）“谁家里还有旧物件？”告示贴在了村口。', '老船工撑了四十年渡船，渡口的石阶、缆绳和船票他都舍不得。', '博物馆说，展览里的船票分三个柜子摆放，最早的一张已经有六十年。'];
    expect(split(['老船工交出四十年缆绳', ...ferry, '一场船票展览', ...tickets]).map(({ lines }) => lines)).toEqual([
      [1, 2, 3, 4, 5],
      [6, 7, 8, 9],
    ]);
  });

  it('does not let a report under names end with other names', () => {
    const ferry = ['老船工把渡口的缆绳一圈圈收好，放进了博物馆送来的木箱里。他在渡口撑了四十年船，渡口的石阶被踩得发亮。', '新桥建成以后，渡口每天只剩下两班渡船，老船工收的船票也不够买缆绳。', '老船工说，渡口没有了，渡船还在，缆绳和石阶也还在。'];
    const note = ['昨天，镇上的面馆收到一张手写的纸条：“昨晚在船上吃了一碗面没带钱，钱放在碗下面。”', '面馆把纸条贴在墙上，纸条旁边挂着那只碗，吃面的人都要看一看。（记者 林见川）'];
    expect(split(['渡口收起了缆绳', '本报记者 苏眉', ...ferry, '一张纸条传遍了全镇', ...note]).map(({ lines }) => lines)).toEqual([
      [1, 2, 3, 4, 5],
      [6, 7, 8],
    ]);
  });

  it('opens an article at names that interrupt a sentence', () => {
    const drafts = split(['渡口收起了缆绳', '本报记者 苏眉', FERRY, '本报记者 林见川', `6月17日，${PARK}`, '长椅旁边还种了桂花树，秋天坐在公园里就能闻到香味。', FERRY_END]);
    expect(drafts.map(({ lines }) => lines)).toEqual([[1, 2, 3, 7], [4, 5, 6]]);
  });

  it('leaves no headline without its text at the end of a page', () => {
    const drafts = split(['本报记者 苏眉', `${FERRY}${FERRY_END}`, '公园里的新长椅', '本报记者 林见川', PARK, '老船工收起了渡口的缆绳']);
    expect(drafts.map(({ title }) => title)).toEqual(['老船工收起了渡口的缆绳', '公园里的新长椅']);
  });

  it('goes on below a picture with the article of the picture', () => {
    const drafts = split(['渡口收起了缆绳', '本报记者 苏眉', FERRY, '老船工在渡口收缆绳。苏眉 摄', FERRY_END, '公园里的新长椅', '本报记者 林见川', PARK]);
    expect(drafts[0]).toMatchObject({ lines: [1, 2, 3, 5, 4], captions: [{ lines: [[4, 4]] }] });
  });

  it('opens an article under a heading of the highest level, where the text above has its headline below', () => {
    const drafts = split([FERRY + FERRY_END, '', '# 老船票展出', '', '渡口的船票在博物馆展出，最早的一张已经有六十年，老船工也来看了。', '', '# 渡口收起了缆绳']);
    expect(drafts.map(({ title, lines }) => [title, lines])).toEqual([
      ['渡口收起了缆绳', [7, 1]],
      ['老船票展出', [3, 4, 5]],
    ]);
  });

  it('returns under its next subhead to a long piece that a report is set into', () => {
    const piece = ['# 渡口停航之后', '本报记者 苏眉', '老船工把渡口的缆绳一圈圈收好，放进了博物馆送来的木箱里，渡口从此安静下来。他在渡口撑了四十年船，送过上学的孩子，也送过出嫁的姑娘。', '渡口的石阶被踩得发亮，下雨天也不滑。新桥通车以后，渡口每天只剩下两班渡船，船票的钱还不够买缆绳。', '### 石阶边的十一个人', '县里给十一名船工安排了新的活计。有人看管石阶，有人到博物馆给孩子们讲缆绳，有人去新桥上巡查。'];
    const report = ['# 青山县新桥通车', '本报讯（记者 林见川）青山县新桥昨天通车，渡口的渡船同时停航。新桥长三百米，两岸的孩子上学不用再坐船。', '新桥由县里出钱修了两年，桥上设了人行道和路灯，渡口的居民走过去只要五分钟。'];
    const rest = ['### 缆绳还在手上', '船工转岗以后，日子怎么过？老船工的徒弟去了新桥，每个月领三千元，比撑船时多，他却总是往渡口走。', '“手上没有缆绳，心里空。”徒弟说。博物馆请他每个周末来搓缆绳给孩子们看，他一次也没有落下。'];
    expect(split([...piece, ...report, ...rest]).map(({ lines }) => lines)).toEqual([[1, 2, 3, 4, 5, 6, 10, 11, 12], [7, 8, 9]]);
    expect(split([...piece, ...report, '### 渡口夜话', '## 缆绳还在手上', '本报记者 邓以宁', ...rest.slice(1)])).toHaveLength(3);
  });

  it('resumes what was left in mid-sentence with a few words that end it', () => {
    const park = ['三座公园添了四十张长椅', `本报讯（记者 林见川）${PARK}`];
    const drafts = split(['渡口收起了缆绳', '本报记者 苏眉', '老船工把渡口的缆绳一圈圈收好，放进了博物馆送来的木箱里。他推开屋门，里面的船票和马灯都搬走了，', ...park, '只剩下一张旧照片。', '他在渡口撑了四十年船，送过上学的孩子，也送过出嫁的姑娘，渡口的石阶被踩得发亮。']);
    expect(drafts.map(({ lines }) => lines)).toEqual([[1, 2, 3, 6, 7], [4, 5]]);
  });

  it('takes the answer to a letter for the rest of it', () => {
    const letter = ['船票还能不能退', '编辑同志：', '我去年在渡口买了一本船票，还剩三十张，渡口今年停航，船票还能不能退？', '读者 闵一舟'];
    const answer = ['闵一舟读者：', '来信收悉。渡口停航，没有用完的船票可以退，请带上船票到航运公司的窗口办理，年底以前都有效。'];
    const park = ['三座公园添了四十张长椅', `本报讯（记者 林见川）${PARK}`];
    expect(split([...letter, ...answer, ...park]).map(({ lines }) => lines.toSorted((a, b) => a - b))).toEqual([
      [1, 2, 3, 4, 5, 6],
      [7, 8],
    ]);
  });

  it('gives the headline right above a story told by its picture to that', () => {
    const story = '7月20日，青山县樟坑村，法官在村口的老樟树下开庭审理一起茶园承包纠纷，村民自带板凳前来旁听，一个半小时后双方握手言和。宁国栋　摄';
    const benches = [PARK, '添置长椅花不了多少钱，难的是问一问居民，长椅放在树荫下还是放在路边。公园管理处让居民投票，就是把公园还给居民。', '三座公园添了四十张长椅', '本报记者 林见川'];
    const drafts = split(['渡口收起了缆绳', '', '本报记者 苏眉', '', `${FERRY}${FERRY_END}`, '', '高温下的“流动法庭”', '', story, '', ...benches.flatMap((text) => [text, ''])]);
    expect(drafts.map(({ title }) => title)).toEqual(['渡口收起了缆绳', '高温下的“流动法庭”', '三座公园添了四十张长椅']);
  });

  it('lets a photographer sign the one paragraph that his name is set close to, under a headline', () => {
    const drafts = split(['渡口收起了缆绳', '', '本报记者 苏眉', '', `${FERRY}${FERRY_END}`, '', '苹果园里收“锦绣”', '', '12月15日，在万安山的一处苹果园里，果农趁着天气晴好，为果树剪枝、涂白，准备过冬。', '史可期 摄', '', '公园里的新长椅', '', PARK]);
    expect(drafts.map(({ byline }) => byline.raw ?? null)).toEqual(['本报记者 苏眉', '史可期 摄', null]);
  });

  it.each(['12月15日晚', '今天上午'])('signs a story that opens with %p, right under its headline', (day) => {
    const drafts = split(['渡口收起了缆绳', '', '本报记者 苏眉', '', `${FERRY}${FERRY_END}`, '', '苹果园里收“锦绣”', `${day}，在万安山的一处苹果园里，果农趁着天气晴好，为果树剪枝、涂白，准备过冬。`, '史可期 摄', '', '公园里的新长椅', '', PARK]);
    expect(drafts[1]).toMatchObject({ title: '苹果园里收“锦绣”', captions: [], byline: { raw: '史可期 摄' } });
  });

  it('keeps names and the picture below them with the headline that stands after its text', () => {
    const drafts = split([`${FERRY}${FERRY_END}`, '老船工收起了渡口的缆绳', '本报记者 苏眉', '▲老船工在渡口收缆绳。 苏眉 摄', '三座公园添了四十张长椅', '本报记者 林见川', PARK]);
    expect(drafts.map(({ lines, captions }) => [lines, captions.map(({ lines: printed }) => printed)])).toEqual([
      [[2, 3, 1, 4], [[[4, 4]]]],
      [[5, 6, 7], []],
    ]);
  });

  it('gives words about the writer beside his name to his article', () => {
    const introduced = '●林见川，县园林学会秘书长，从事公园设计二十年。受访者供图';
    const drafts = split(['林见川的长椅', '本报记者 苏眉', `${FERRY}${FERRY_END}林见川，县园林学会秘书长，给渡口设计过长椅。`, '公园里的新长椅', '林见川', introduced, PARK]);
    expect(drafts.map(({ captions }) => captions.length)).toEqual([0, 1]);
  });

  it('parts articles at a rule across the page', () => {
    const drafts = split(['## 渡口收起了缆绳', '', `${FERRY}${FERRY_END}`, '', '---', '', '## 一周数字', '', '1. 40张——三座公园新添的长椅。', '', '2. 四十年——老船工撑船的日子。']);
    expect(drafts.map(({ title }) => title)).toEqual(['渡口收起了缆绳', '一周数字']);
  });

  it('takes a line as wide as a sentence for the headline of the report below it', () => {
    const title = '县城为三座公园添置四十张木头长椅，公园管理处表示长椅的样子由居民投票选出，此后还将听取居民的意见补种桂花树和添置照明的灯并修整步道';
    const drafts = split([`本报讯（记者苏眉）${FERRY}${FERRY_END}`, title, `本报讯（记者林见川）${PARK}`]);
    expect(drafts.map(({ lines }) => lines)).toEqual([[1], [2, 3]]);
    expect(drafts[1]?.title).toBe(title);
  });

  it('leaves out the picture of Markdown above its words', () => {
    const drafts = split(['## 渡口收起了缆绳', '', FERRY, '', '![](ferry.jpg)', '', '老船工在渡口收缆绳。苏眉 摄', '', FERRY_END]);
    expect(drafts[0]?.captions).toMatchObject([{ lines: [[7, 7]] }]);
  });

  it('takes an article that ends with a table for whole', () => {
    const drafts = split(['公园里的新长椅', '本报记者 林见川', PARK, '公园　　长椅　　树', '东园　　12　　30', '西园　　28　　45']);
    expect(drafts[0]?.complete).toBe(true);
  });

  it('takes a short heading within a text for a subhead, though a text further up has no headline', () => {
    const ferry = `本报讯（记者 费扬）老船工把渡口的缆绳一圈圈收好，放进了博物馆送来的木箱里。他在渡口撑了四十年船，送过上学的孩子，也送过出嫁的姑娘。新桥建成以后，渡口每天只剩下两班渡船。`;
    const drafts = split([ferry, '公园里的新长椅', '本报记者 苏眉', PARK, '', '“链”上发力', '', '从早到晚都有人坐，看书的，下棋的，带孩子的，到了傍晚还要等座位。公园管理处说，明年还要再添四十张长椅。']);
    expect(drafts.map(({ title }) => title)).toEqual([null, '公园里的新长椅']);
  });

  it('reads a headline whose words the text says again', () => {
    const drafts = split(['渡口收起了缆绳', '本报记者 苏眉', `${FERRY}${FERRY_END}`, '青山县新修石桥通车', '青山县新修石桥今天（6月18日）通车，桥长一百二十米，能并排走两辆车，桥头立了石狮子。']);
    expect(drafts.map(({ title, lines }) => [title, lines])).toEqual([['渡口收起了缆绳', [1, 2, 3]], ['青山县新修石桥通车', [4, 5]]]);
  });

  it('sees that a page loses the ends of its lines where none goes on with the next', () => {
    const lost = [
      '老船工把渡口的缆绳一圈圈收好，放进了博物馆送来的木箱，从此不再每天清早去河边守候客人',
      '记者走了半天的山路，又绕过两座新修的水库和一片正在收割的稻田，在渡口见到了他的船，船身刚刷过桐油，船头还系着去年端午节孩子们送给他的红绸布条',
      '从前过河的人最多的时候，一天要来回撑上四十趟，午饭只能在船上吃，吃的是自家烙的大饼',
      '如今新桥通了车，桥上铺着本地产的青石，两边的栏杆上刻着十二种水鸟，夜里还会亮灯，对岸的菜农骑着三轮车十分钟就能赶到县城的早市，再也不用等船过河了呀',
      '在河边的茶馆里，老邻居们商量着给他办一个热热闹闹的告别会，每家都要端来一个拿手好菜',
      '随着渡口停航，到河边来看看的人反倒一天比一天多，有的还从省城带着孩子坐火车赶来，县里决定把石阶和码头保护起来，立一块石碑，写上每一位船工的名字和年代',
      '据县文化馆介绍，博物馆的新展厅年底开放，展出渡船、缆绳和船票，欢迎居民前去参观留念',
    ];
    const [article] = split(['渡口收起了缆绳', '本报记者 苏眉', ...lost]);
    expect(article?.paragraphs).toHaveLength(lost.length);
  });
});
