import type { DocumentHints } from '@wenliu/contracts';
import { describe, expect, it } from '@jest/globals';
import { isNotice } from './notice.js';
import { splitPage } from './split-page.js';

const NO_HINTS: DocumentHints = { publication: null, issueDate: null, page: null, url: null, revision: 1 };
const rolesOf = (lines: readonly string[]) => splitPage(lines.join('\n'), NO_HINTS).roles;
const TEXT = '老船工把渡口的缆绳一圈圈收好，放进了博物馆送来的木箱里，渡口从此安静下来，连早起的鸟也不知道该往哪里落脚，只有水声';

describe('isNotice', () => {
  it.each([
    '上门修锁 电话 0000-1234×××',
    '渡口电器免费检修 受潮冰箱可预约上门 咨询热线 12×××3',
    '关于青山晚报社终止合作的声明',
    '青山晚报社关于终止合作的声明',
    '拍卖公告',
    '讲座预告',
    '市区天气　今天多云转阴　5℃～13℃　　明天阴有小雨',
    '市区天气　今天：多云转阴，夜间小雨转雨夹雪，1℃～13℃',
    '青山县人民法院公告',
    '今天白天：多云转阴，偏南风3级，最高气温28℃',
    '昨日收盘　本地板块',
    '■勘误　昨日四版一处日期有误，谨致歉意。',
    '今日荧屏　　体育频道　19∶35　篮球联赛',
    '今日电影　工人俱乐部：《老渡口》',
    '外汇牌价　美元　7.10',
    '渡口百货　全场八折　进店有礼　以旧换新',
    '青山特产　黑小麦挂面　全国包邮',
    '本活动最终解释以店堂公示为准',
    '今明天气　今晚多云转阴，偏北风3级',
    '寻目击者:4月6日21时许，渡口东岸一白色轿车与行人相撞，知情者请与交警联系',
    '停水公告　因管道检修，3月24日7时至18时，渡口街一带停水',
    '【征稿】本版“渡口札记”征集一千字以内的短文',
    '提醒　因管道改造，渡口街一带停水，请提前储水。',
    '排列三第2022203期：4 1 7',
    '影讯　工人影院 10:20 13:10',
    '北部　中雪　-9℃～-2℃',
    '停水通告',
    '今晚到明天｜多云，东北风3级，19℃～26℃',
    '更正　本报11月5日A11版《渡口的灯》一文中，“渡口”应为“古渡口”，特此更正。',
    '更正本报11月5日A11版《渡口的灯》一文中，“渡口”应为“古渡口”。',
    '青山今天晴转多云　偏北风3到4级　最高气温8℃　明晨最低气温-2℃',
    '义诊预告　11月28日（周六）9:00至11:30，县医院门诊大厅',
    '认领公告',
    '市区今日天气：阴有阵雨转多云　19℃～25℃　偏北风1～2级',
  ])('knows %p', (text) => {
    expect(isNotice(text)).toBe(true);
  });

  it.each(['天气预报说“局地”，到底是哪里', '青山县开通便民电话', '居民拨打电话0000-1234反映，桥下积水。', '公司表示将保留追究法律责任的权利。', '电影周昨晚19:30开幕', '电影 《老渡口》热映', '勘误表背后的老编辑', '今天白天，渡口又热闹起来', '法院公告送到渡口', '螺纹钢　　元/吨　　3326　　+1.4', '守渡口　建公园　添长椅', '【法条速递】经营者采用网络、电话等方式销售商品，消费者有权退货。'])('leaves %p to the articles', (text) => {
    expect(isNotice(text)).toBe(false);
  });
});

describe('what stands between articles', () => {
  it('ends a timetable at the first sentence below it', () => {
    const lines = ['渡口收起了缆绳', '', '本报记者 苏眉', '', `${TEXT}。`, '', '今 日 日 程', '9:00　　审议渡口保护报告', '15:00　看望老船工', '', `林见川指出，${TEXT}。`, '', `会议强调，${TEXT}。`];
    expect(rolesOf(lines).slice(6)).toEqual(['advert', 'advert', 'advert', 'blank', null, null, null]);
  });

  it('takes what is on today for a notice', () => {
    const lines = ['渡口收起了缆绳', '本报记者 苏眉', `${TEXT}。`, '今日预告', '10:00　县政府新闻发布会：《渡口保护办法》解读'];
    expect(rolesOf(lines).slice(3)).toEqual(['advert', 'advert']);
  });

  it('takes a notice whose sentences a column breaks', () => {
    const notice = ['停气通知', '因管道碰口，12月13日9时至', '17时，老城路南段用户停气，', '请关好灶前阀。', '青山燃气 96×××7'];
    expect(rolesOf([...notice, '渡口收起了缆绳', '本报讯（记者 苏眉）昨日，青山县新桥通车，老船工把缆绳一圈圈收好，放进博物馆送来的木箱里。'])).toEqual([...notice.map(() => 'advert'), null, null]);
  });

  it('takes all above “特此更正” for the correction', () => {
    const notice = ['更　正', '本报12月6日2版《渡口', '收起了缆绳》一文中，“四十', '年”应为“三十年”。', '特此更正，并向读者致歉。'];
    expect(rolesOf(['渡口收起了缆绳', '本报记者 苏眉', `${TEXT}。`, ...notice]).slice(3)).toEqual(notice.map(() => 'advert'));
  });

  it('takes phrases under “广　告” for the advert', () => {
    const lines = ['广　告', '渡口家电节　四月十九日起', '冰箱　旧机也抵钱', '渡口收起了缆绳', '本报记者 苏眉', `${TEXT}。`];
    expect(rolesOf(lines)).toEqual(['section', 'advert', 'advert', null, null, null]);
  });

  it('takes the name, the day and the address under a notice for its signature', () => {
    const lines = ['遗失声明', '▲青山县渡口小吃店遗失营业执照副本，声明作废。', '青山县渡口小吃店公司', '2025年6月18日', '渡口收起了缆绳', '本报记者 苏眉', `${TEXT}。`];
    expect(rolesOf(lines)).toEqual(['advert', 'advert', 'advert', 'date', null, null, null]);
  });

  it.each([
    ['更正', '本报昨日第3版《渡口停航》一文中“四十年”应为“三十年”，谨此更正。'],
    ['招租', '渡口街临街商铺三间，每间约60平方米，有意者请来电。'],
    ['讣告', '原青山县水利局离休干部某同志，因病医治无效，于昨日逝世，享年九十四岁。', '青山县水利局治丧小组'],
  ])('takes the words under %p for the notice, and the headline below them not', (...notice) => {
    const lines = [...notice, '渡口迎来青山公交公司', '本报记者 苏眉', `${TEXT}。`];
    expect(rolesOf(lines)).toEqual([...notice.map(() => 'advert'), null, null, null]);
  });

  it('takes a sentence printed again inside another for a pull quote', () => {
    const said = '“船收起来了，水还是那条水。”';
    const lines = ['渡口收起了缆绳', '本报记者 苏眉', `老船工坐在门口想了半天。${said}他说得很慢，像是怕人听不清楚。`, TEXT, said, '还在响，一天到晚也不停。'];
    expect(rolesOf(lines)).toEqual([null, null, null, null, 'pull-quote', null]);
  });

  it('takes a sentence printed again below a paragraph for a pull quote, and a question that leads on not', () => {
    const said = '“船收起来了，水还是那条水。”';
    const lines = ['渡口收起了缆绳', '本报记者 苏眉', `老船工坐在门口想了半天。${said}他说得很慢，像是怕人听不清楚。`, `${TEXT}。`, said, TEXT];
    expect(rolesOf(lines)[4]).toBe('pull-quote');
    const asked = '船收起来以后，船工去哪里？';
    expect(rolesOf(['渡口收起了缆绳', '本报记者 苏眉', `老船工坐在门口想了半天：${asked}他说得很慢，像是怕人听不清楚。`, `${TEXT}。`, asked, `${TEXT}。`])[4]).toBeNull();
  });

  it('takes the lines under the title of an index for its entries, also where their blanks are lost', () => {
    const lines = ['渡口收起了缆绳', '本报记者 苏眉', `${TEXT}。`, '导读', '一位乡村医生的两万里路3版', '渡口泗州戏走进高校4版'];
    expect(rolesOf(lines).slice(3)).toEqual(['navigation', 'navigation', 'navigation']);
  });

  it('takes a hint for a notice only over words that water or power is cut', () => {
    const under = (text: string) => rolesOf(['渡口收起了缆绳', '本报记者 苏眉', `${TEXT}。`, '温馨提示', text])[3];
    expect(under('因电网检修，10月9日渡口街一带停电，请提前做好准备。')).toBe('advert');
    expect(under('渡口风大，老人和孩子请走新桥，过桥不收钱。')).toBeNull();
  });

  it('keeps the end of a sentence that another article has as well', () => {
    const end = '的一座石桥，桥上能走两辆车。';
    const lines = ['渡口收起了缆绳', '本报记者 苏眉', `县里最早的是城西${end}如今又添了新的一座，走的人更多了，也更热闹了。`, `${TEXT}和河对岸新修`, end, '老船工每天都去看。'];
    expect(rolesOf(lines)[4]).toBeNull();
  });
});
