import { articleText, versionOf, versionParts, type RawArticle } from '@wenliu/contracts';
import { aRawArticle } from '@wenliu/testing';
import { describe, expect, it } from '@jest/globals';
import { joinParts } from './join-parts.js';
import { chainParts } from './match-parts.js';
import { issueOf } from './part.js';

const sha = (n: number): string => String(n).padStart(64, '0');
const part = (n: number, more: Partial<RawArticle>): RawArticle =>
  aRawArticle({
    id: sha(n), documentId: sha(100 + n), version: versionOf({ revision: 1, split: 2, joined: 0, tagged: 0 }), publication: '文流日报', issueDate: '2024-03-01',
    complete: false, continuedFrom: null, continuesTo: null, provenance: { lines: [[1, 2]], map: [], continuations: [] }, ...more,
  });

const dam = part(1, { page: '1', continuesTo: '第三版', title: '清水河上建起三座新水闸', paragraphs: ['清水河水闸工程指挥部昨天宣布，', '三座水闸全部合龙，灌溉面积将增加', ] });
const damTail = part(2, { page: '3', continuedFrom: '第一版', title: '三座新水闸', paragraphs: ['到四十二万亩。清水河水闸工程指挥部还说，明年春灌前完成试运行。'] });
const school = part(3, { page: '1', continuesTo: '第三版', title: '山区学校用上暖气', paragraphs: ['燕岭乡中心小学的锅炉房昨晚点火，孩子们'] });
const schoolTail = part(4, { page: '3', continuedFrom: '第一版', title: null, paragraphs: ['在燕岭乡中心小学的教室里不再穿棉衣。锅炉房由县里出资。'] });
const market = part(5, { page: '2', title: '菜价回落', paragraphs: ['菜市场的白菜昨天每斤降了两角，'] });

const idsOf = (chains: readonly (readonly RawArticle[])[]): string[][] => chains.map((chain) => chain.map(({ id }) => id)).sort();

function permutations<T>(items: readonly T[]): T[][] {
  return items.length < 2 ? [[...items]] : items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}

describe('chainParts', () => {
  it('finds what belongs together, in whatever order the parts came', () => {
    for (const parts of permutations([dam, damTail, school, schoolTail, market])) {
      expect(idsOf(chainParts(parts))).toEqual([[sha(1), sha(2)], [sha(3), sha(4)]]);
    }
  });

  it('does not join a part to the wrong one while the right one is missing', () => {
    expect(chainParts([dam, schoolTail, market])).toEqual([]);
    expect(chainParts([school, damTail, market])).toEqual([]);
  });

  it('joins nothing whose marks name other pages, or that is of the same page', () => {
    expect(chainParts([dam, { ...damTail, page: '4' }])).toEqual([]);
    expect(chainParts([dam, { ...damTail, continuedFrom: '第二版' }])).toEqual([]);
    expect(chainParts([{ ...dam, page: '3' }, damTail])).toEqual([]);
  });

  it('joins a part whose mark is lost, if title and text speak for it', () => {
    expect(idsOf(chainParts([dam, { ...damTail, continuedFrom: null }, school]))).toEqual([[sha(1), sha(2)]]);
    expect(idsOf(chainParts([{ ...dam, continuesTo: null }, damTail, school]))).toEqual([[sha(1), sha(2)]]);
    expect(chainParts([{ ...dam, continuesTo: null }, { ...damTail, continuedFrom: null, title: null }])).toEqual([]);
  });

  it('follows an article over three pages', () => {
    const middle = { ...damTail, continuesTo: '第五版' };
    const last = part(6, { page: '5', continuedFrom: '第三版', title: '清水河三座新水闸', paragraphs: ['清水河水闸工程指挥部的总工程师最后说。'] });
    expect(idsOf(chainParts([last, dam, middle]))).toEqual([[sha(1), sha(2), sha(6)]]);
  });

  it('joins a rest that looks whole to the article that names its page, if the headline is the same', () => {
    const whole = { ...schoolTail, continuedFrom: null, complete: true, title: school.title };
    expect(idsOf(chainParts([school, whole, market]))).toEqual([[sha(3), sha(4)]]);
    expect(chainParts([{ ...school, continuesTo: null, complete: true }, whole, market])).toEqual([]);
    expect(chainParts([{ ...school, continuesTo: null }, { ...whole, title: '山区的冬天' }, market])).toEqual([]);
    expect(chainParts([school, { ...whole, agency: '新华社' }, market])).toEqual([]);
  });

  it('tells two heads and two rests of the same two pages apart, one by what the other leaves', () => {
    const plain = { ...schoolTail, title: '炉火旁的冬天', paragraphs: ['值夜的人添了最后一锹煤，燕岭乡的灯一盏盏亮起来，锅炉房的窗上结着霜。'] };
    expect(idsOf(chainParts([dam, damTail, school, plain]))).toEqual([[sha(1), sha(2)], [sha(3), sha(4)]]);
  });

  it('looks among parts of one issue only', () => {
    expect(issueOf(dam, false)).toBe('文流日报|2024-03-01');
    expect(issueOf({ ...dam, publication: null }, false)).toBeNull();
    const whole = { ...dam, continuesTo: null, complete: true };
    expect(issueOf({ ...whole, agency: '新华社' }, false)).toBeNull();
    // A rest whose mark is lost has no name over it.
    expect(issueOf(whole, false)).toBe('文流日报|2024-03-01');
    expect(issueOf({ ...whole, page: null }, false)).toBeNull();
    expect(issueOf({ ...dam, change: { kind: 'retracted', reason: null, fields: [] } }, false)).toBeNull();
  });

  it('believes articles that came apart from each other to be whole, unless they say otherwise', () => {
    expect(issueOf(dam, true)).toBe('文流日报|2024-03-01');
    expect(issueOf({ ...dam, continuesTo: null }, true)).toBeNull();
  });
});

describe('joinParts', () => {
  it('joins a cut sentence without a break, and withdraws the rest', () => {
    const { joined, withdrawn } = joinParts([dam, damTail]);
    expect(joined).toMatchObject({ id: dam.id, title: dam.title, complete: true, continuesTo: null, change: { kind: 'updated', reason: 'continued' } });
    expect(joined.paragraphs[1]).toBe('三座水闸全部合龙，灌溉面积将增加到四十二万亩。清水河水闸工程指挥部还说，明年春灌前完成试运行。');
    expect(withdrawn).toMatchObject([{ id: damTail.id, change: { kind: 'superseded', reason: `joined to ${dam.id}` } }]);
    expect(joined.version).toBeGreaterThan(dam.version);
    expect(withdrawn[0]?.version).toBeGreaterThan(damTail.version);
  });

  it('keeps a break between whole sentences, and takes the marks out of the text', () => {
    const head = { ...dam, paragraphs: ['水闸合龙。（下转第三版）'], provenance: { lines: [], map: [[0, 12, 5, 1]], continuations: [] } } satisfies RawArticle;
    const tail = { ...damTail, paragraphs: ['（上接第一版）明年试运行。'], provenance: { lines: [[7, 7]], map: [[0, 13, 7, 3]], continuations: [] } } satisfies RawArticle;
    const { joined } = joinParts([head, tail]);
    expect(joined.paragraphs).toEqual(['水闸合龙。', '明年试运行。']);
    expect(joined.provenance.map).toEqual([[0, 5, 5, 1]]);
    const [continuation] = joined.provenance.continuations;
    expect(continuation).toMatchObject({ documentId: tail.documentId, page: '3', lines: [[7, 7]], map: [[6, 12, 7, 10]] });
    expect(articleText(joined).slice(6, 12)).toBe('明年试运行。');
  });

  it('withdraws a rest that went on itself before the beginning came', () => {
    const early = joinParts([damTail, { ...schoolTail, continuedFrom: '第三版', page: '5' }]).joined;
    const { withdrawn } = joinParts([dam, damTail, { ...schoolTail, continuedFrom: '第三版', page: '5' }]);
    expect(early.id).toBe(damTail.id);
    expect(withdrawn[0]?.id).toBe(damTail.id);
    expect(withdrawn[0]?.version).toBeGreaterThan(early.version);
  });

  it('has a version that grows when any part is split by newer rules', () => {
    const newer = (one: RawArticle): RawArticle => ({ ...one, version: versionOf({ ...versionParts(one.version), split: 3 }) });
    const versions = [[dam, damTail], [dam, newer(damTail)], [newer(dam), newer(damTail)]].map((chain) => joinParts(chain).joined.version);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(new Set(versions).size).toBe(3);
    expect(joinParts([newer(dam), damTail]).joined.version).toBeGreaterThan(newer(dam).version);
  });
});
