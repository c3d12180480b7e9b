import { describe, expect, it } from '@jest/globals';
import { readByline, readOpeningByline } from './byline.js';

const names = (text: string) => readByline(text)?.authors.map((author) => `${author.role} ${author.name}`);

describe('readByline', () => {
  it.each([
    ['■本报记者 林见川', ['本报记者 林见川']],
    ['□ 本报记者 林见川 特约记者 苏眉 通讯员 邓以宁', ['本报记者 林见川', '特约记者 苏眉', '通讯员 邓以宁']],
    ['特聘首席记者 林见川 首席记者 苏眉', ['特聘首席记者 林见川', '首席记者 苏眉']],
    ['▲ 林见川 苏眉 邓以宁', ['作者 林见川', '作者 苏眉', '作者 邓以宁']],
    ['记者林见川', ['记者 林见川']],
    ['（见习记者 林见川、通讯员 苏 眉）', ['见习记者 林见川', '通讯员 苏眉']],
    ['【本報記者 歐陽見川】', ['本報記者 歐陽見川']],
    ['本报记者 阿依努尔·托合提 卓越·林', ['本报记者 阿依努尔·托合提', '本报记者 卓越·林']],
    ['本报驻京记者 苏眉', ['本报驻京记者 苏眉']],
    ['本报记者 尕藏卓玛 乌云其其格', ['本报记者 尕藏卓玛', '本报记者 乌云其其格']],
    ['〔記者林見川／青山報導〕', ['記者 林見川']],
    ['〔記者林見川、實習記者蘇眉／青山連線報導〕', ['記者 林見川', '實習記者 蘇眉']],
    ['◎林見川（退休教師，青山）', ['退休教師 林見川']],
    ['讀者 渡口客', ['讀者 渡口客']],
  ])('reads the names of %p', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each([
    ['文/林见川 图/苏眉', ['林见川'], ['苏眉']],
    ['文：本报记者 林见川　图：实习记者 苏眉', ['林见川'], ['苏眉']],
    ['文：實習記者 林見川　圖：受訪者提供', ['林見川'], []],
    ['文、圖：本報記者 林見川', ['林見川'], ['林見川']],
    ['(林见川 苏眉 文/图)', ['林见川', '苏眉'], ['林见川', '苏眉']],
    ['林见川 摄影报道', ['林见川'], ['林见川']],
    ['记者 林见川 通讯员 苏眉 摄影报道', ['林见川', '苏眉'], ['林见川', '苏眉']],
    ['本报记者 林见川摄', ['林见川'], ['林见川']],
  ])('knows who wrote and who took the pictures: %p', (text, authors, photographers) => {
    const byline = readByline(text);
    expect(byline?.authors.map((author) => author.name)).toEqual(authors);
    expect(byline?.photographers).toEqual(photographers);
    expect(byline?.raw).toBe(text);
  });

  it('reads what a text opens with, in brackets, and only that', () => {
    expect(readOpeningByline('〔記者林見川／青山報導〕青山縣的新橋昨日通車。')?.authors).toEqual([{ name: '林見川', role: '記者' }]);
    expect(readOpeningByline('（记者林见川）青山县的新桥昨日通车。')).toBeNull();
    expect(readOpeningByline('青山縣的新橋昨日通車（記者林見川／青山報導）')).toBeNull();
  });

  it('keeps a collective byline without making up a name', () => {
    expect(readByline('记者集体采访')).toEqual({ raw: '记者集体采访', authors: [], photographers: [] });
  });

  it.each(['', '记者 了解到', '新桥今日正式通车', '林见川 苏眉', '图为通车现场。', '文明城市创建进行时', '■ 三件实事办到了老百姓心坎上', '记者追问', '工人俱乐部修好了', '记'.repeat(500)])(
    'takes %p for no byline',
    (text) => {
      expect(readByline(text)).toBeNull();
    },
  );
});
