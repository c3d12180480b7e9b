import { describe, expect, it } from '@jest/globals';
import { readHeadline, readLeadHeadline, titlesOnTwo } from './headline.js';

const TEXT = '老船工把渡口的缆绳一圈圈收好。';
const printed = (lines: string[]) => lines.map((text, i) => ({ number: i + 1, start: 0, text, indented: false, level: 0, gap: 0 }));
const read = (lines: string[]) => readHeadline(printed(lines));

describe('readHeadline', () => {
  it.each([
    ['全县渡口陆续停航', '没有船了，河怎么过'],
    ['一名船工守了四十年渡口', '老渡口的“收缆人”'],
    ['三处渡口停航五年回访', '最后一班渡船停航之后'],
    ['访收缆绳的老船工', '没有船了，河怎么过'],
    ['青山12时·凌晨三点', '缆绳、马灯和一碗面'],
    ['县委常委会召开会议 林见川主持', '把渡口的善后办到船工心坎上'],
    ['渡口札记', '缆绳'],
    ['青山县三处渡口停航见闻', '河边的缆绳账'],
    ['青山街道', '渡口添了书架'],
    ['渡口记忆⑰', '缆绳、马灯和一碗面'],
    ['船工来信·渡口停航以后怎么过河', '缆绳、马灯和一碗面'],
    ['“青山杯”龙舟公开赛半决赛', '老船工险胜 决赛会师徒弟'],
    ['县联赛第2轮　青山1比2河谷', '一脚“勺子”舀走三分'],
    ['不让船工再为生计犯愁', '全县三百名船工转岗'],
    ['船工指导员在一线', '渡船“搬”上高山水库'],
    ['“青山渡口”上的故事', '老站长和他的新道岔'],
    ['守渡人风采', '“缆绳”里走出的女状元'],
    ['渡口直击 ▏ 青山东渡', '缆绳收起来，少跑三里路'],
  ])('takes %p over %p for the kicker', (kicker, title) => {
    expect(read([kicker, title])).toEqual({ kicker, title, subtitle: null });
  });

  it.each([
    ['老渡口今天停航', '三百多名居民到河边送别'],
    ['全县渡口改造推进会在青山召开', '林见川出席并讲话'],
    ['渡口没了，船工去哪儿？', '县交通局公布安置办法'],
    ['把渡口还给乘船的人', '青山县三处渡口停航调查'],
    ['谁来撑船，谁来收票', '渡口停航带来新问题'],
    ['县船工代表大会第三次会议闭幕', '决定停开三处渡口'],
    ['让一艘渡船慢点开', '青山县以新桥带动渡口发展'],
    ['青山县渡口客流突破百万', '比去年提前35天'],
    ['青山县拟让渡船夜间开航', '须有船工陪同，限本县河段'],
    ['青山县为船工新建转岗住房三百套', '首批86套今天开始申请'],
  ])('takes %p over %p for the title', (title, subtitle) => {
    expect(read([title, subtitle])).toEqual({ kicker: null, title, subtitle });
  });

  it('takes a meeting with who spoke there for the kicker, over a title and a subtitle', () => {
    const [kicker, title, subtitle] = ['全县渡口改造推进会召开　林见川讲话　苏眉主持', '把渡口还给乘船的人', '明年再添三处码头，首批十二艘渡船换新'];
    expect(read([kicker, title, subtitle])).toEqual({ kicker, title, subtitle });
  });

  it.each([
    ['老船工把“缆绳和', '马灯”交给县博物馆'],
    ['县里出台《青山渡口', '保护条例》'],
    ['守了四十年的', '渡口和船'],
    ['县政府常务会议研究', '渡口停航善后'],
  ])('joins %p and %p', (above, below) => {
    expect(read([above, below])).toEqual({ kicker: null, title: above + below, subtitle: null });
  });

  describe('in columns', () => {
    const readInColumns = (lines: string[]) => readHeadline(printed(lines), 'some');

    it.each([
      [['放学错开一刻钟', '接娃的路不堵了'], { kicker: null, title: '放学错开一刻钟 接娃的路不堵了', subtitle: null }],
      [['渡口停航', '没有桥的村庄', '怎样才能过河', '青山县三处渡口停航，船工全部转岗'], { kicker: '渡口停航', title: '没有桥的村庄 怎样才能过河', subtitle: '青山县三处渡口停航，船工全部转岗' }],
      [['走渡口·看创新', '小缆绳进大展馆'], { kicker: '走渡口·看创新', title: '小缆绳进大展馆', subtitle: null }],
      [['渡口停航百日', '——青山县三处渡口回访'], { kicker: null, title: '渡口停航百日', subtitle: '——青山县三处渡口回访' }],
      [['青山县三处渡口停航', '三百多名居民昨天到河边送别船工'], { kicker: null, title: '青山县三处渡口停航', subtitle: '三百多名居民昨天到河边送别船工' }],
      [['减船增桥看青山', '一条渡船在江心', '绕了十一圈', '三处渡口改造调查'], { kicker: '减船增桥看青山', title: '一条渡船在江心 绕了十一圈', subtitle: '三处渡口改造调查' }],
    ])('reads %p', (lines, expected) => {
      expect(readInColumns(lines)).toEqual(expected);
    });

    it('takes what looks like a kicker for half of the title where titles mostly stand on two lines', () => {
      const asked = ['没有桥的村庄', '过河怎么办'];
      expect(readInColumns(asked)).toMatchObject({ kicker: '没有桥的村庄' });
      expect(readHeadline(printed(asked), 'most')).toMatchObject({ kicker: null, title: '没有桥的村庄 过河怎么办' });
    });

    it.each([
      ['most', ['渡口停航百日', '船工全部转岗', TEXT, '新桥昨日通车', '三处渡口停航', TEXT]],
      ['some', ['青山县三处渡口停航一百日回访', TEXT, '新桥昨日通车', '三处渡口停航', TEXT]],
    ])('titles stand on two lines: %s', (expected, lines) => {
      expect(titlesOnTwo(printed(lines), (i) => lines[i] !== TEXT)).toBe(expected);
    });
  });

  it('takes the name of a meeting for the title, over what it decided and who was in the chair', () => {
    expect(read(['县船工代表大会举行第三次会议', '表决通过《青山县渡口保护条例》', '林见川主持会议'])).toMatchObject({ title: '县船工代表大会举行第三次会议' });
  });

  it('takes what stands below a place for the title, also under the name of a column', () => {
    expect(read(['乡镇短波', '青山镇', '渡口添了书架'])).toEqual({ kicker: '乡镇短波 青山镇', title: '渡口添了书架', subtitle: null });
  });

  it('takes the narrower line over a title of two phrases for the kicker', () => {
    expect(read(['渡口客流又减', '青山县三处渡口停航 船工转岗一个不落'])).toMatchObject({ kicker: '渡口客流又减', title: '青山县三处渡口停航 船工转岗一个不落' });
  });

  it.each([
    ['▲新桥通车　昨日，青山县的新桥通车。', '新桥通车'],
    ['●青山县新桥昨日通车　本报讯　青山县的新桥昨日通车。', '青山县新桥昨日通车'],
    ['青山公司：渡口新桥通车丨昨日，青山县的新桥通车。', '青山公司：渡口新桥通车'],
    ['｜青山：渡口新桥通车｜　昨日，青山县的新桥通车。', '青山：渡口新桥通车'],
    ['▶青山镇 新桥“变身” 12月3日，老渡口的船工站在桥头。', '青山镇 新桥“变身”'],
    ['【新桥昨日通车】　本报讯　昨日，青山县的新桥通车，老船工来看桥。', '新桥昨日通车'],
    ['▷渡船　青山县今天停开三处渡口的渡船。', '渡船'],
    ['▲青山　新桥昨日通车　老渡口的船工站在桥头。', '青山 新桥昨日通车'],
    ['【新桥昨日通车】昨日，青山县的新桥通车，老船工来看桥。', '新桥昨日通车'],
    ['青山镇：渡口收起缆绳　老船工把缆绳放进了木箱。（苏眉）', '青山镇：渡口收起缆绳'],
    ['青山｜渡口“退”了休　老船工把缆绳放进了木箱。', '青山｜渡口“退”了休'],
    ['▶青山：渡口收缆 船工上岸　老船工把缆绳放进了木箱。', '青山：渡口收缆 船工上岸'],
  ])('reads in %p that %p stands over it', (text, title) => {
    expect(readLeadHeadline(text)).toBe(title);
  });

  it.each(['◆青山　老船工收起缆绳', '● 9.7%　装备制造业增加值同比增速', '记者：渡口还开吗？'])('reads none in %p', (text) => {
    expect(readLeadHeadline(text)).toBeNull();
  });

  it('parts the name of a series with its number from the title', () => {
    expect(read(['渡口记忆② 桥头堡里的三只闹钟'])).toMatchObject({ kicker: '渡口记忆②', title: '桥头堡里的三只闹钟' });
  });

  it('reads on where a line of a title ends with a comma, and parts a kicker at a wide blank', () => {
    expect(read(['缆绳收起之后，', '谁来守老渡口'])).toEqual({ kicker: null, title: '缆绳收起之后， 谁来守老渡口', subtitle: null });
    expect(read(['青山县为转岗船工开设夜校课堂三十场  收缆绳的手，学会修电机'])).toMatchObject({ kicker: '青山县为转岗船工开设夜校课堂三十场', title: '收缆绳的手，学会修电机' });
  });

  it('reads on where a line of a title breaks a word', () => {
    expect(read(['三座公园新添木头长椅 老船工把缆绳送进博', '物馆']).title).toBe('三座公园新添木头长椅 老船工把缆绳送进博物馆');
    expect(read(['缆绳收了六天　渡口还是空着的', '船运公司：月底前恢复渡船，船票不变']).title).toBe('缆绳收了六天　渡口还是空着的');
  });

  it('parts a subtitle behind a dash from its title', () => {
    expect(read(['渡口收起了缆绳 ——青山县最后一班渡船纪事'])).toEqual({ kicker: null, title: '渡口收起了缆绳', subtitle: '——青山县最后一班渡船纪事' });
  });
});
