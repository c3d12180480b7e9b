import type { Repair } from '@wenliu/contracts';
import { describe, expect, it } from '@jest/globals';
import { applyEdits, printedAt, runsOf } from './printed-text.js';
import { editsOfBlanks, editsOfForm, editsOfMarks } from './repair-form.js';
import { editOfEnd, editOfQuotationEnd, editsOfQuotations } from './repair-sentences.js';
import { editsOfWords } from './repair-words.js';

const apply = (text: string, edits: Parameters<typeof applyEdits>[1]) => applyEdits(printedAt(text, 3, 5), edits, []).text;

describe('applyEdits', () => {
  it('notes each change and knows where every character is printed', () => {
    const repairs: Repair[] = [];
    const mended = applyEdits(printedAt('-新桥新桥通车', 3, 5), [
      { start: 0, end: 1, text: '——', reason: 'dash', confidence: 1 },
      { start: 3, end: 5, text: '', reason: 'doubled', confidence: 0.85 },
    ], repairs);
    expect(mended.text).toBe('——新桥通车');
    const runs: [number, number, number, number][] = [];
    runsOf(mended, 10, runs);
    expect(runs).toEqual([[10, 11, 3, 5], [12, 14, 3, 6], [14, 16, 3, 10]]);
    expect(repairs).toEqual([
      { reason: 'dash', line: 3, column: 5, printed: '-', text: '——', confidence: 1, count: 1 },
      { reason: 'doubled', line: 3, column: 8, printed: '新桥', text: '', confidence: 0.85, count: 1 },
    ]);
  });
});

describe('editsOfForm', () => {
  it.each([
    ['"新桥"通车了,老船工说:"好!"', '“新桥”通车了，老船工说：“好！”'],
    ['“新桥"通车了', '“新桥”通车了'],
    ['桥长1,204米,宽8.5米,10:30通车', '桥长1,204米，宽8.5米，10:30通车'],
    ['-新桥通车记', '——新桥通车记'],
    ['２０２５年，Ａ级', '2025年，A级'],
    ['Hello, world (again)', 'Hello, world (again)'],
  ])('sets %p as %p', (text, expected) => {
    expect(apply(text, editsOfForm(text))).toBe(expected);
  });
});

describe('editsOfBlanks', () => {
  it('makes common blanks of odd ones, and takes out what has no width', () => {
    const text = '新\u200b桥\u2009通车\u00a0三\ufeff年';
    expect(apply(text, editsOfBlanks(text))).toBe('新桥 通车 三年');
    expect(editsOfBlanks('新桥 通车　三年')).toEqual([]);
  });
});

describe('editsOfMarks', () => {
  it.each([
    ['新 桥通车，**三年**（记者 苏眉）', false, '新桥通车，三年（记者 苏眉）'],
    ['“山海相连 桥城一体”活动启动', false, '“山海相连 桥城一体”活动启动'],
    ['“山海相连 桥城一体”活动启动', true, '“山海相连桥城一体”活动启动'],
    ['“山海相 连桥”活动启动', false, '“山海相连桥”活动启动'],
    ['修了 3 年', true, '修了3年'],
    ['修了 3 年', false, '修了 3 年'],
    ['新华社青山 12 月 11 日电 新桥 3 年修成', true, '新华社青山12月11日电 新桥3年修成'],
    ['本报讯 12 月 11 日，新桥三 年修成', true, '本报讯 12月11日，新桥三年修成'],
    ['本报讯 新桥三 年修成', false, '本报讯 新桥三年修成'],
    ['据新华社电 新桥三 年修成', true, '据新华社电 新桥三年修成'],
    ['本报讯 记者 苏眉 费扬 报道 新桥三 年修成', false, '本报讯 记者 苏眉 费扬 报道 新桥三年修成'],
    ['本报记者 苏眉 费扬 报道 新桥三 年修成', false, '本报记者 苏眉 费扬 报道 新桥三年修成'],
  ])('cleans %p', (text, dropSpaces, expected) => {
    expect(apply(text, editsOfMarks(text, dropSpaces))).toBe(expected);
  });
});

describe('editsOfWords', () => {
  it.each([
    ['新桥带动了乡村乡村振兴。', '新桥带动了乡村振兴。'],
    ['木箱在在图上找到了。', '木箱在图上找到了。'],
    ['老船工己经习惯了早起。', '老船工已经习惯了早起。'],
    ['2O24年修桥，每度O.18元。', '2024年修桥，每度0.18元。'],
    ['老船工买了20O箱鱼，班车3O秒一趟。', '老船工买了200箱鱼，班车30秒一趟。'],
    ['新桥的复购率下降，却也加快了绿绿化工程建设。', '新桥的复购率下降，却也加快了绿化工程建设。'],
    ['船工把手机里的动画片给给孩子看了第31页第31页，卖28元28元。', '船工把手机里的动画片给孩子看了第31页，卖28元。'],
    ['第二天，队长第二天，队长把缆绳收好。', '第二天，队长把缆绳收好。'],
    ['双方方必须遵守，经济济社会都好。', '双方必须遵守，经济社会都好。'],
    ['桥修好了，，人来了。', '桥修好了，人来了。'],
    ['桥头停着18辆辆汽车。', '桥头停着18辆汽车。'],
    ['桥面宽了六个个百分点。', '桥面宽了六个百分点。'],
    ['第三至至五孔先通车。', '第三至五孔先通车。'],
    ['船工把把缆绳收好。', '船工把缆绳收好。'],
    ['木箱直接搬进进了库房。', '木箱直接搬进了库房。'],
    ['渡口走上高质量量发展的路。', '渡口走上高质量发展的路。'],
    ['头一年，一一批货过了桥。', '头一年，一批货过了桥。'],
    ['桥墩不是标标准件。', '桥墩不是标准件。'],
    ['一年节电约410方千瓦时，省下二百一十方元。', '一年节电约410万千瓦时，省下二百一十万元。'],
    ['船票卖到两百欧无。', '船票卖到两百欧元。'],
    ['占地一百二干七亩。', '占地一百二十七亩。'],
    ['这是第一于零一条船。', '这是第一千零一条船。'],
    ['6月l8日，新桥通车。', '6月18日，新桥通车。'],
    ['这是县里的第－座石桥。', '这是县里的第一座石桥。'],
    ['县里三干多户人家走上了新桥。', '县里三千多户人家走上了新桥。'],
    ['要做大现代物流干亿级产业集群。', '要做大现代物流千亿级产业集群。'],
    ['曰前，新桥通车。', '日前，新桥通车。'],
    ['已于7月4日凌辰3时恢复通车，計箅誤差。', '已于7月4日凌晨3时恢复通车，計算誤差。'],
    ['站在桥头的描头鹰飞走了。', '站在桥头的猫头鹰飞走了。'],
    ['拖到天黒才回家。', '拖到天黑才回家。'],
    ['这根弦就是自已的责任。', '这根弦就是自己的责任。'],
    ['安老是冶标，也有机会。', '安老是治标，也有机会。'],
    ['源头一旦千涸，渡口就没有船了。', '源头一旦干涸，渡口就没有船了。'],
    ['全部末受過正規訓練。', '全部未受過正規訓練。'],
    ['小物件一干三百余件，只收成本。', '小物件一千三百余件，只收成本。'],
    ['来信信请寄报社。', '来信请寄报社。'],
    ['启动防汛应急响应，转移群众启动防汛应急响应，转移群众一千人。', '启动防汛应急响应，转移群众一千人。'],
  ])('reads %p as %p', (text, expected) => {
    expect(apply(text, editsOfWords(text).edits)).toBe(expected);
  });

  it.each(['孩子们学着修补“托托拉”芦苇船。', '船舶驶入船闸闸室，覆盖南海海槽。', '能不能不办，会不会不符合条件？', '院里只听见吸溜吸溜的声响。', '项目负责人戚远舟介绍了备件中心。', '计划到明年末将线下贷款压下来。', '大家把渡口的面吃得一干二净。', '为了了解情况，他一步一步走过新桥。', '他研究了末代船工的历史。', '岸电电缆接到船上。', '老人坎坎坷坷，机手手里有钱。', '管道里都是H2O分子。', '编织袋厂厂房和图书馆馆史。', '县里的洗洗刷刷和松松土。', '天天有人来，人人都说好。', '实在在家待不住。', '他去过俄罗斯罗斯托夫州。', '2024年年度报告说了这件事。', '6月20日录了一整天。', '综合执法支队支队长来了。', '海关关长在泥里看见一只只车把和一列列网箱，看门的老头头也不抬。', '中心副主任任见川表示，渡口要留。', '走着走着天就亮了。', '张颖颖和王莉莉走上一座座石桥。', '记者韩玉斌，通讯员白建、林思。', '石桥由市市场监督管理局验收，她是唯一一个过桥的人。', '2001年年中修桥，三方年会和八方人员都到了。', '新桥的船票，由政府管理的三无产品。'])('leaves %p as it is', (text) => {
    expect(editsOfWords(text).edits).toEqual([]);
  });
});

describe('a character twice', () => {
  it('is one too many where the page prints the same words with one', () => {
    const text = '县里来了国产化化工设备。';
    expect(editsOfWords(text).edits).toEqual([]);
    expect(apply(text, editsOfWords(text, { text: `${text}\n国产化工设备到了`, misread: 0 }).edits)).toBe('县里来了国产化工设备。');
  });

  it('stays in the second of two clauses of four characters', () => {
    expect(editsOfWords('桥不在长，有则则达。').edits).toEqual([]);
    expect(editsOfWords('老船工有则则说。').edits).toHaveLength(1);
  });
});

describe('a character that words speak against', () => {
  it('stays as it is printed where the page prints the same words again', () => {
    const text = '老船工己经习惯了早起，拖到天黒才回家。';
    expect(editsOfWords(text).edits).toHaveLength(2);
    expect(editsOfWords(text, { text: `${text}\n拖到天黒才回家`, misread: 0 }).edits).toHaveLength(1);
  });

  it('stays as it is printed where it is a rare one that the page is full of', () => {
    const text = '拖到天黒才回家。';
    expect(editsOfWords(text).edits).toHaveLength(1);
    expect(editsOfWords(text, { text: `${text}\n黒牛和黒马，黒羊和黒熊`, misread: 0 }).edits).toEqual([]);
  });

  it('stays as it is printed where it is what the page is about, or would be another word than it is mostly misread for', () => {
    const rods = '一帆和毕晓彤合作的第一根鱼竿亮相。竿身是海丛的，竿梢也是。';
    expect(editsOfWords(rods, { text: `${rods}鱼竿的竿身和竿梢，一根竿两节竿。`, misread: 2 }).edits).toEqual([]);
    const letters = '祖父留下的41封信，信末几乎每一封都写着“勿念”。';
    expect(editsOfWords(letters, { text: letters, misread: 2 }).edits).toEqual([]);
  });

  it.each(['今年在大垌乡拍到的', '日前，桐口县月牙湖湿地新建的', '昨天，岚溪市理工学院材料团队', '邻市的小五金企业正是靠'])('stays in the name of a place: %p', (text) => {
    expect(editsOfWords(text).edits).toEqual([]);
  });

  it('is sooner changed where others surely are misread', () => {
    const text = '同时派人取样枪测，三天后报告。';
    expect(editsOfWords(text, { text, misread: 0 })).toMatchObject({ edits: [], suggestions: [{ text: '检' }] });
    expect(editsOfWords(text, { text, misread: 2 })).toMatchObject({ edits: [{ text: '检' }], suggestions: [] });
  });

  it('is never a number', () => {
    expect([...'二三五十百'].flatMap((char) => editsOfWords(`桥长${char}公里，宽${char}米。`).edits)).toEqual([]);
  });
});

describe('editOfQuotationEnd', () => {
  it.each([
    ['老船工说：“人没有歇。', '新桥通车了。', '”'],
    ['阿吉說：「船歇了。', '', '」'],
    ['老船工说：“人没有歇。', '“船也没有。”', undefined],
    ['老船工说：“人没有歇。', '船也没有。”他说。', undefined],
    ['老船工说：“人没有歇。”', '', undefined],
    ['所谓“新桥是老桥。', '', undefined],
  ])('ends %p before %p with %p', (text, next, expected) => {
    expect(editOfQuotationEnd(text, next)?.text).toBe(expected);
  });
});

describe('editsOfQuotations', () => {
  it.each([
    ['新桥叫作“同心桥”，这不是一座简单的桥，是一条路。”他说。', '新桥叫作“同心桥”，“这不是一座简单的桥，是一条路。”他说。'],
    ['“船歇了，人没有歇。老船工说，他还会常来看看。', '“船歇了，人没有歇。”老船工说，他还会常来看看。'],
    ['“船歇了。”他说，“人没有歇。”', '“船歇了。”他说，“人没有歇。”'],
  ])('reads %p as %p', (text, expected) => {
    expect(apply(text, editsOfQuotations(text))).toBe(expected);
  });
});

describe('editOfEnd', () => {
  it('puts back the full stop behind a whole word only', () => {
    expect(editOfEnd('老船工每天都来看看，一坐就是大半天，风雨无阻地守着这座博物馆')?.text).toBe('。');
    expect(editOfEnd('老船工每天都来看看，一坐就是大半天，日子过得很充')).toBeNull();
    expect(apply('老船工摇头：“等缆绳收好了，我再来坐一坐”', [editOfEnd('老船工摇头：“等缆绳收好了，我再来坐一坐”')].filter((edit) => edit !== null))).toBe('老船工摇头：“等缆绳收好了，我再来坐一坐。”');
    expect(editOfEnd('老船工每天都来看看，一坐就是大半天。')).toBeNull();
    expect(editOfEnd('老船工每天都来看看，一年领补助27万余元')?.text).toBe('。');
    expect(editOfEnd('▶建成国家级质检中心一个，石桥两座')).toBeNull();
    expect(editOfEnd('- ▶ 建成国家级质检中心一个，石桥两座')).toBeNull();
  });
});
