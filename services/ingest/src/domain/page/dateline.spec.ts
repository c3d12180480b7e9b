import { describe, expect, it } from '@jest/globals';
import { eventTimeOf, readDateline } from './dateline.js';
import { findDate } from './print-date.js';

describe('readDateline', () => {
  it.each([
    ['新华社北京12月11日电（记者林见川 苏眉）今年以来，', '新华社北京12月11日电', '新华社', '北京', '12月11日', ['林见川', '苏眉']],
    ['本报讯　5月2日凌晨，', '本报讯', '本报', null, null, []],
    ['本报讯（记者 林见川 通讯员 苏眉）', '本报讯', '本报', null, null, ['林见川', '苏眉']],
    ['本报综合消息 多国出台办法', '本报综合消息', '本报', null, null, []],
    ['本报青岛9月10日电', '本报青岛9月10日电', '本报', '青岛', '9月10日', []],
    ['【本報訊】（記者 區見川）去年七月，', '本報訊', '本報', null, null, ['區見川']],
    ['【中新社汕頭十六日電】（記者 林見川）', '中新社汕頭十六日電', '中新社', '汕頭', '十六日', ['林見川']],
    ['北京十六日電', '北京十六日電', null, '北京', '十六日', []],
    ['（青山訊）新橋昨日通車', '青山訊', null, '青山', null, []],
    ['（青山綜合電）新橋昨日通車', '青山綜合電', null, '青山', null, []],
  ])('reads %p', (text, raw, agency, place, date, authors) => {
    const read = readDateline(text);
    expect(read?.dateline).toEqual({ raw, agency, place, date });
    expect(read?.authors.map((author) => author.name)).toEqual(authors);
  });

  it.each(['新华社电视台昨天开播。', '本报讯息服务升级。', '家里停电', '（通讯）', '（快讯）新桥通车', '记者在北京电', '', '新华社记者 林见川'])('finds none in %p', (text) => {
    expect(readDateline(text)).toBeNull();
  });
});

describe('eventTimeOf', () => {
  it.each([
    ['12月11日', '2024-12-12', '2024-12-11T00:00:00+08:00'],
    ['12月31日', '2025-01-02', '2024-12-31T00:00:00+08:00'],
    ['十六日', '2023-11-17', '2023-11-16T00:00:00+08:00'],
    ['三十日', '2023-12-02', '2023-11-30T00:00:00+08:00'],
    ['2月30日', '2025-03-02', null],
    ['12月11日', null, null],
    [null, '2025-03-02', null],
  ])('puts %s, printed on %s, at %s', (date, issueDate, expected) => {
    expect(eventTimeOf(date, issueDate)).toBe(expected);
  });
});

describe('findDate', () => {
  it.each([
    ['2025年6月18日　星期三', '2025-06-18'],
    ['2024-04-12', '2024-04-12'],
    ['2024.4.2', '2024-04-02'],
    ['二○二三年十一月十七日', '2023-11-17'],
    ['二〇二五年二月二十日', '2025-02-20'],
    ['2025年2月30日', null],
    ['6月18日', null],
  ])('reads %s as %s', (text, expected) => {
    expect(findDate(text)).toBe(expected);
  });
});
