import { describe, expect, it } from '@jest/globals';
import { readFootName, readLoneName } from './lone-names.js';
import { readLines } from './page-line.js';

const TEXT = '老船工把渡口的缆绳一圈圈收好，放进了博物馆送来的木箱里，渡口从此安静下来，来看的人反而多了。';

describe('readLoneName', () => {
  const read = (before: string, text: string, after: string): unknown => {
    const [above, line, below] = readLines([before, text, after]);
    return line === undefined ? null : readLoneName(line, above, below);
  };

  it('reads who wrote by what is said of him, wherever that stands', () => {
    expect(read('渡口收起了缆绳', '苏眉（注册营养师）', '公园添了长椅')).toMatchObject({ byline: { authors: [{ name: '苏眉' }] } });
    expect(read(TEXT, '苏眉（國小教師，青山縣民）', '公园添了长椅')).toMatchObject({ byline: { authors: [{ name: '苏眉' }] } });
    expect(read('渡口收起了缆绳', '省农业科学院玉米研究所研究员 林见川', TEXT)).toMatchObject({ byline: { authors: [{ name: '林见川' }] } });
    expect(read('捡到缆绳如何定性', '闻人策', '【案情】')).toMatchObject({ byline: { authors: [{ name: '闻人策' }] } });
    expect(read('渡口收起了缆绳', '林见川', '“这笔账另算。”老船工说，渡口不是账本。')).toMatchObject({ byline: { authors: [{ name: '林见川' }] } });
    expect(read('渡口收起了缆绳', '苏眉（长江中游农业发展研究院）', TEXT)).toMatchObject({ byline: { authors: [{ name: '苏眉' }] } });
    expect(read('渡口收起了缆绳', '林见川', '青山渡船再制造有限公司总经理')).toMatchObject({ byline: { authors: [{ name: '林见川' }] } });
    expect(read('那艘再也不开的船', '榕下客', TEXT)).toMatchObject({ byline: { authors: [{ name: '榕下客' }] } });
    expect(read('本报通讯员 苏眉 摄影报道', '船工说', TEXT)).toBeNull();
    expect(read('（文中小罗为化名）', '网友说', TEXT)).toBeNull();
    expect(read('那艘再也不开的船', '短新闻', `【新桥通车的第一天】${TEXT}`)).toBeNull();
    expect(read('渡口收起了缆绳', '苏眉（青山队）', '公园添了长椅')).toBeNull();
  });

  it('reads a name over the data of a book', () => {
    expect(read('——读林见川《渡口记》', '邓以宁', '《渡口记》　林见川 著　青山出版社2024年12月版')).toMatchObject({ byline: { authors: [{ name: '邓以宁' }] } });
  });
});

describe('readFootName', () => {
  it('reads a name behind the office of a judge', () => {
    const [above, line, below] = readLines([TEXT, '青山市秀水区人民法院法官　柏静波', '公园添了长椅']);
    expect(line && readFootName(line, above, below)).toMatchObject({ byline: { authors: [{ name: '柏静波' }] } });
  });

  it('reads a name behind the city and the province of a reader', () => {
    const [above, line, below] = readLines([TEXT, '江西上饶　屈永年', '公园今年春天又添了四十张木头做的长椅，每张坐三个人，走累了可以坐']);
    expect(line && readFootName(line, above, below)).toMatchObject({ byline: { authors: [{ name: '屈永年' }] } });
  });

  it('reads who wrote a letter, between his place and the day', () => {
    const [above, line, below] = readLines([TEXT, '湖北　小梅　11月20日', '小梅同志：']);
    expect(line && readFootName(line, above, below)).toMatchObject({ byline: { authors: [{ name: '小梅' }] }, foot: true });
  });

  it('reads who wrote, behind the text, though a note follows', () => {
    const [above, line, below] = readLines([TEXT, '苏眉　执业律师，专注渡口纠纷二十年', '（每周四刊出，文章不构成法律意见）']);
    expect(line && readFootName(line, above, below)).toMatchObject({ byline: { authors: [{ name: '苏眉' }] }, foot: true });
  });
});
