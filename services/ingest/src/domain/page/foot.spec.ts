import { describe, expect, it } from '@jest/globals';
import { readFoot, readPictureFoot } from './foot.js';

describe('readFoot', () => {
  it.each([
    ['桥修好了。（林见川）', ['林见川'], null],
    ['桥修好了。（林　川）', ['林川'], null],
    ['桥修好了。（渡 舟）', ['渡舟'], null],
    ['桥修好了。（青山县 林见川）', ['林见川'], null],
    ['桥修好了。（记者 苏眉 通讯员 邓以宁）', ['苏眉', '邓以宁'], null],
    ['（作者系青山学院教授 林见川）', ['林见川'], null],
    ['（作者单位：青山县文联）', [], null],
    ['（据《远方邮报》，苏眉编译）', ['苏眉'], '远方邮报'],
    ['水位已回落。（新华社）', [], '新华社'],
    ['水位已回落。（新华社微特稿）', [], '新华社'],
    ['桥修好了。（供稿：青山县自来水公司）', [], null],
    ['桥修好了。（来源：青山镇　通讯员 林见川）', ['林见川'], null],
    ['桥修好了。（林见川）►详见5版', ['林见川'], null],
    ['桥修好了。（林见川）　▶▶详见A07版', ['林见川'], null],
    ['桥修好了。（校团委　林　川）', ['林川'], null],
    ['（作者为青山学院教授，本报记者林见川采访整理）', ['林见川'], null],
    ['桥修好了。林见川 报道', ['林见川'], null],
    ['桥修好了。 苏眉 图文', ['苏眉'], null],
    ['桥修好了。（林见川 苏眉）', ['林见川', '苏眉'], null],
    ['桥修好了。（林见川　吁小禾）', ['林见川', '吁小禾'], null],
    ['桥修好了。　　林见川', ['林见川'], null],
    ['桥修好了。——林见川', ['林见川'], null],
    ['桥修好了。（林见川、苏眉）', ['林见川', '苏眉'], null],
    ['桥修好了。（记者 林见川）①3', ['林见川'], null],
    ['桥修好了。（责编：林见川）', [], null],
    ['桥修好了。（特派记者林见川，本报巴黎10月12日电）', ['林见川'], '本报'],
    ['桥修好了。　林见川（新华社专特稿）', ['林见川'], '新华社'],
    ['桥修好了。（据《青山晚报》）', [], '青山晚报'],
    ['桥修好了。（来源：青山日报客户端）', [], '青山日报'],
    ['桥修好了。（转自“青山发布”微信公众号）', [], '青山发布'],
    ['桥修好了。（原载《青山晚报》，作者：林见川）', ['林见川'], '青山晚报'],
    ['桥修好了。（林见川译自《远方时报》）', ['林见川'], '远方时报'],
    ['桥修好了。（林见川　据《远方时报》）', ['林见川'], '远方时报'],
    ['桥修好了。 据新华社电', [], '新华社'],
    ['（林见川，青年作家，现居青山）', ['林见川'], null],
    ['（青山县委宣传部供稿）', [], null],
    ['桥修好了。本报记者 林见川', ['林见川'], null],
    ['桥修好了。□记者 林见川', ['林见川'], null],
    ['（作者：林见川，系青山学院教授、桥梁研究所所长）', ['林见川'], null],
    ['（作者约翰·史密斯，苏眉译）', ['约翰·史密斯'], null],
    ['桥修好了。　　（据新华社北京10月12日电）', [], '新华社'],
    ['桥修好了。（来源：中国气象局）', [], '中国气象局'],
    ['桥修好了。苏眉 译', ['苏眉'], null],
    ['（青山 林见川 76岁）', ['林见川'], null],
    ['（《远方月谈》2025年第9期 苏眉/文）', ['苏眉'], '远方月谈'],
    ['（《远方时报》10月29日 苏眉/文 原题：渡口）', ['苏眉'], '远方时报'],
    ['（据县政府工作报告　本报记者林见川整理）', ['林见川'], null],
    ['桥修好了。　　本报记者 林见川 苏 眉', ['林见川', '苏眉'], null],
  ])('reads %p', (text, names, agency) => {
    const foot = readFoot(text);
    expect(foot?.authors.map(({ name }) => name)).toEqual(names);
    expect(foot?.agency).toBe(agency);
  });

  it('tells who took the pictures from who wrote', () => {
    expect(readFoot('桥修好了。（文/林见川 图/苏眉）')).toMatchObject({ authors: [{ name: '林见川' }], photographers: ['苏眉'] });
  });

  it.each(['桥修好了。（林师傅）', '桥修好了。（后勤处）', '桥修好了（见右图）', '涨了两成（同比）', '（苏眉 摄）', '桥修好了。', '他说（笑）', '桥修好了。公示报道', '桥修好了，见苏眉图文', '桥修好了。林见川', '桥修好了。　　安全第一', '他问：“谁？”记者 反问'])('finds no name in %p', (text) => {
    expect(readFoot(text)).toBeNull();
  });
});

describe('the end of a line of a column', () => {
  it.each(['桥修好了。记者在三', '桥修好了。记者从县', '桥修好了。记者随船'])('signs nothing in %p', (text) => {
    expect(readFoot(text)).toBeNull();
  });
});

describe('readPictureFoot', () => {
  it('reads the agency that sent the picture', () => {
    expect(readPictureFoot('孩子们在新公园里放风筝。新华社/远方')).toMatchObject({ authors: [], agency: '新华社' });
  });

  it.each([
    ['孩子们在新公园里放风筝。林见川摄（远方图片）', '林见川', null],
    ['孩子们在新公园里放风筝。林见川　摄', '林见川', null],
    ['孩子们在新公园里放风筝。新华社发（苏眉摄）', '苏眉', '新华社'],
    ['“放得高些。”新华社记者 苏眉 摄', '苏眉', '新华社'],
  ])('finds in %p who took the picture', (text, name, agency) => {
    const foot = readPictureFoot(text);
    expect(foot?.authors).toEqual([{ name, role: '摄影' }]);
    expect(foot?.agency).toBe(agency);
  });

  it.each([
    ['孩子们在新公园里放风筝。　　全媒体记者/林　川　摄', '林川', '全媒体记者'],
    ['孩子们在新公园里放风筝。（通讯员 苏眉 摄）', '苏眉', '通讯员'],
    ['孩子们在新公园里放风筝。新青山·青山日报通讯员 苏眉 摄', '苏眉', '新青山·青山日报通讯员'],
  ])('finds in %p the reporter who took the picture', (text, name, role) => {
    expect(readPictureFoot(text)).toEqual({ authors: [{ name, role }], photographers: [name], agency: null });
  });

  it.each(['孩子们在新公园里放风筝。', '照片是十年前拍摄。', '桥修好了。（林见川）'])('finds nobody in %p', (text) => {
    expect(readPictureFoot(text)).toBeNull();
  });
});
