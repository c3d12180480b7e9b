import { describe, expect, it } from '@jest/globals';
import { isToMark, readContinuation, withoutFromMark, withoutToMark } from './continuation.js';

describe('readContinuation', () => {
  it.each([
    ['（上接第一版）没有发生一起事故', '第一版'], ['【上接A1】照着断口', 'A1'], ['〔上接A1版〕十四名船員', 'A1版'], ['（上接1版）还清欠款', '1版'], ['（上接昨日1版）还清欠款', '昨日1版'], ['（上接9月21日第一版）过了桥', '9月21日第一版'],
    ['(上接01版)两代人', '01版'], ['（紧接第一版）', '第一版'], ['紧接第一版', '第一版'], ['▲上接第2版 说', '第2版'], ['（上接01版·要闻）床位', '01版·要闻'],
    ['（上接第一版《一座山城的垃圾怎样下山》）结果', '第一版《一座山城的垃圾怎样下山》'],
  ])('reads where %s comes from', (text, page) => {
    expect(readContinuation([text, '后来。'])).toEqual({ continuedFrom: page, continuesTo: null });
    expect(withoutFromMark(text)).not.toMatch(/接/u);
  });

  it.each([
    ['两天半，（下转第三版）', '第三版'], ['开始的。▶下转4版', '4版'], ['（下轉A4版）', 'A4版'], ['→下转第五版', '第五版'], ['（下转05版·综合）', '05版·综合'],
    ['说起。（转第二版）', '第二版'], ['下转A3', 'A3'], ['（下转第三版《水闸》）', '第三版《水闸》'], ['（下转第6版▶▶）', '第6版'], ['一座小小的（全文见2版）', '2版'],
  ])('reads where %s goes on', (text, page) => {
    expect(readContinuation(['开头。', text])).toEqual({ continuedFrom: null, continuesTo: page });
    expect(withoutToMark(text)).not.toMatch(/转|轉|版/u);
  });

  it('reads a mark beside the headline', () => {
    expect(readContinuation(['车厢里的洋芋'], ['慢火车上的十七年（上接第一版）']).continuedFrom).toBe('第一版');
  });

  it.each(['他转了3圈', '这本书第三版', '公司由此转型', '上接天、下转3次。', '他的视频被人转发3次'])('leaves %s alone', (text) => {
    expect(readContinuation([text])).toEqual({ continuedFrom: null, continuesTo: null });
    expect(isToMark(text)).toBe(false);
  });

  it('knows a line that is a mark alone', () => {
    expect(isToMark('　　（下转第三版）')).toBe(true);
    expect(isToMark('说起。（下转第三版）')).toBe(false);
  });
});
