import { describe, expect, it } from '@jest/globals';
import { readFoot, readPictureFoot } from './foot.js';

describe('readFoot', () => {
  it.each([
    ['桥修好了。（林见川）', ['林见川'], null],
    ['桥修好了。（林　川）', ['林川'], null],
    ['桥修好了。（青山县 林见川）', ['林见川'], null],
    ['桥修好了。（记者 苏眉 通讯员 邓以宁）', ['苏眉', '邓以宁'], null],
    ['（作者系青山学院教授 林见川）', ['林见川'], null],
    ['（作者单位：青山县文联）', [], null],
    ['（据《远方邮报》，苏眉编译）', ['苏眉'], null],
    ['水位已回落。（新华社）', [], '新华社'],
    ['桥修好了。（供稿：青山县自来水公司）', [], null],
    ['桥修好了。（来源：青山镇　通讯员 林见川）', ['林见川'], null],
    ['桥修好了。（林见川）►详见5版', ['林见川'], null],
    ['桥修好了。林见川 报道', ['林见川'], null],
    ['桥修好了。 苏眉 图文', ['苏眉'], null],
    ['桥修好了。（林见川 苏眉）', ['林见川', '苏眉'], null],
    ['桥修好了。　　林见川', ['林见川'], null],
    ['桥修好了。本报记者 林见川', ['林见川'], null],
    ['桥修好了。□记者 林见川', ['林见川'], null],
    ['（作者：林见川，系青山学院教授、桥梁研究所所长）', ['林见川'], null],
    ['（作者约翰·史密斯，苏眉译）', ['约翰·史密斯'], null],
  ])('reads %p', (text, names, agency) => {
    const foot = readFoot(text);
    expect(foot?.authors.map(({ name }) => name)).toEqual(names);
    expect(foot?.agency).toBe(agency);
  });

  it.each(['桥修好了（见右图）', '涨了两成（同比）', '（苏眉 摄）', '桥修好了。', '他说（笑）', '桥修好了。公示报道', '桥修好了，见苏眉图文', '桥修好了。林见川', '桥修好了。　　安全第一', '他问：“谁？”记者 反问'])('finds no name in %p', (text) => {
    expect(readFoot(text)).toBeNull();
  });
});

describe('readPictureFoot', () => {
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

  it.each(['孩子们在新公园里放风筝。', '照片是十年前拍摄。', '桥修好了。（林见川）'])('finds nobody in %p', (text) => {
    expect(readPictureFoot(text)).toBeNull();
  });
});
