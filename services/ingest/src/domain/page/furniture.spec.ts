import { describe, expect, it } from '@jest/globals';
import { readFurniture } from './furniture.js';

describe('readFurniture', () => {
  it.each([
    ['青山晚报', 'masthead', { publication: '青山晚报' }],
    ['2025年6月18日　星期三　农历乙巳年五月廿三', 'date', { issueDate: '2025-06-18' }],
    ['2024年3月5日 星期二 第3版', 'page-number', { issueDate: '2024-03-05', page: '3' }],
    ['02版　要　闻', 'page-number', { page: '2', section: '要闻' }],
    ['第A02版：要闻', 'page-number', { page: 'A02', section: '要闻' }],
    ['青山晚報　A6　港聞．文教　二○二三年十一月十七日　星期五', 'masthead', { publication: '青山晚報', page: 'A6', issueDate: '2023-11-17' }],
    ['青山晚报　2024年5月21日　星期二　责编 林见川　版式 苏眉', 'masthead', { publication: '青山晚报', issueDate: '2024-05-21' }],
    ['7　青山老年报　读者之友　2024年10月10日　星期四', 'masthead', { publication: '青山老年报', page: '7' }],
    ['责任编辑：林见川　版式：苏眉　校对：邓以宁', 'staff', {}],
    ['（责任编辑 林见川）', 'staff', {}],
    ['责任编 辑 林见川 美编 苏眉', 'staff', {}],
    ['★ ★ ★', 'rule', {}],
    ['|---|---|---|', 'rule', {}],
    ['QINGSHAN WANBAO　　飞入寻常百姓家', 'masthead', {}],
    ['今日青山　3　县区新闻　2025年3月21日　星期五　责任编辑：苏眉　投稿邮箱：qs@example.com', 'page-number', { issueDate: '2025-03-21', page: '3' }],
    ['2 要闻　青山时报　2025年8月14日　星期四　投稿邮箱:yw@example.com', 'masthead', { publication: '青山时报', issueDate: '2025-08-14' }],
    ['06—07　悦 读', 'page-number', { section: '悦读' }],
    ['青山新闻　第5版', 'page-number', { page: '5' }],
    ['中華民國105年8月16日　星期二　A6　地方', 'page-number', { issueDate: '2016-08-16', page: 'A6' }],
    ['扫描二维码', 'contact', {}],
    ['关注本报微信公众号', 'contact', {}],
    ['更多精彩内容请下载新闻客户端', 'contact', {}],
    ['（本版照片除署名外均由林见川摄）', 'staff', {}],
    ['本版文中观点仅供参考，投资者据此入市，风险自担。', 'staff', {}],
    ['插图：苏 眉', 'staff', {}],
    ['本报帮办热线：微信“青山帮办”', 'contact', {}],
    ['新闻热线：市融媒体中心', 'contact', {}],
    ['上一版　下一版', 'navigation', {}],
    ['阅读 3281　点赞 96', 'navigation', {}],
    ['----------', 'rule', {}],
    ['─── 第 2 页 ───', 'page-number', { page: '2' }],
    ['Page 12 / 16', 'page-number', { page: '12' }],
    ['图片编辑：林见川', 'staff', {}],
    ['来稿请发原图：tupian@example.com，注明时间', 'contact', {}],
    ['青山晚报社　地址：青山路1号　邮编000000　承印：青山印刷厂', 'contact', {}],
    ['社址：青山路1号', 'contact', {}],
    ['总编室 6000000 广告部 6000001', 'contact', {}],
    ['报警 110 法律援助 12348', 'contact', {}],
    ['股市有风险 投资需谨慎', 'contact', {}],
    ['本版言论不代表主办单位立场', 'contact', {}],
    ['数据仅供参考', 'contact', {}],
    ['上期要闻回顾：一、渡口收起缆绳（2版）；二、公园添了长椅', 'navigation', {}],
  ])('knows %p as %s', (text, role, printed) => {
    expect(readFurniture(text)).toMatchObject({ role, ...printed });
  });

  it.each([
    '新桥通车的第一天',
    '设计之都再添新地标',
    '统筹发展和安全 守住一方水土',
    '阅读 让城市更美好',
    '广告法修订草案公开征求意见',
    '青山晚报社的一天',
    '2025年6月18日，新桥通车。',
    '编辑部的故事讲了三十年',
    '第2页写满了船工的名字',
    '晚报热线96×××6 记者帮您跑',
    '青山青年报·青山网记者 林见川',
    '统筹：苏眉 采写：林见川',
    '记者：林见川　编辑：苏眉　校对：邓以宁',
    '扫码点餐让老人犯了难',
    '作品可发至lin@example.com，月底截止',
    '约定，第三条写明“仅供参考”；船工代',
    '牌子上写着以公告为准，船工说不急',
  ])('leaves %p to the articles', (text) => {
    expect(readFurniture(text)).toBeNull();
  });
});
