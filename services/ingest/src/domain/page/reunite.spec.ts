import { describe, expect, it } from '@jest/globals';
import { createGroup, type Place } from './group.js';
import { readLines } from './page-line.js';
import { viewPage } from './page-view.js';
import { reunite } from './reunite.js';
import { FERRY, PARK as SIGNED } from './texts.fixture.js';

const PARK = SIGNED.slice(0, 2);
const WHEAT = ['麦田里的收割机昨天开进了最后一块地，农机手说今年的麦子干得透，一亩地比去年多打了几十斤。'];

/** A page of these texts, each a group of its own; the one at `number` opened for its subject, `margin` ahead of the next best. */
function read(texts: readonly (readonly string[])[], number: number, margin: number) {
  const lines = readLines(texts.flat());
  const view = viewPage(lines, false);
  lines.forEach((_, line) => view.cohesion.note(line));
  const groups = texts.map(() => createGroup());
  const places: Place[] = [];
  texts.forEach((text, group) => {
    for (const [i] of text.entries()) {
      const line = lines[places.length];
      if (line !== undefined) groups[group]?.body.push({ line, heading: false });
      places.push({ group, role: 'text', reason: i > 0 ? 'goes-on' : group === number ? 'opens-with-new-subject' : 'opens-with-dateline', margin: group === number ? margin : 8 });
    }
  });
  return { view, groups, places };
}

const REST = [FERRY.slice(0, 2), PARK, FERRY.slice(2)];
const owners = (places: readonly Place[]) => places.map(({ group }) => group);

describe('reunite', () => {
  it('gives a text without a head to the article that it shares its subject with', () => {
    const { view, groups, places } = read(REST, 2, -1);
    reunite(view, groups, places);
    expect(owners(places)).toEqual([0, 0, 1, 1, 0]);
    expect(places[4]?.reason).toBe('resumes');
    expect(groups.map(({ body }) => body.map(({ line }) => line.number))).toEqual([[1, 2, 5], [3, 4], []]);
  });

  it('gives it sooner to the article that ends right above it', () => {
    const [first = '', second = '', third = ''] = FERRY;
    const ownersOf = (texts: readonly (readonly string[])[]) => {
      const { view, groups, places } = read(texts, 2, -1);
      reunite(view, groups, places);
      return owners(places);
    };
    expect(ownersOf([[first], [second], [third]])).toEqual([0, 1, 1]);
  });

  it('puts it where it stands on the page', () => {
    const { view, groups, places } = read([PARK, FERRY.slice(0, 1), FERRY.slice(1)], 1, -1);
    reunite(view, groups, places);
    expect(groups.map(({ body }) => body.map(({ line }) => line.number))).toEqual([[1, 2], [], [3, 4, 5]]);
  });

  it.each([
    ['opens the page', [FERRY.slice(0, 2), PARK, FERRY.slice(2)], 0, -1],
    ['opened by itself', REST, 2, 3],
    ['is of more than a page', [FERRY.slice(0, 2), Array.from({ length: 1000 }, () => PARK).flat(), FERRY.slice(2)], 2, -1],
    ['shares nothing', [FERRY, PARK, WHEAT], 2, -1],
    ['is as near to another', [FERRY.slice(0, 1), FERRY.slice(1, 2), PARK, FERRY.slice(2)], 3, -1],
  ] as const)('leaves a text that %s', (_, texts, number, margin) => {
    const { view, groups, places } = read(texts, number, margin);
    const before = owners(places);
    reunite(view, groups, places);
    expect(owners(places)).toEqual(before);
  });

  it('leaves a text with a headline', () => {
    const { view, groups, places } = read(REST, 2, -1);
    const line = groups[2]?.body[0]?.line;
    if (line !== undefined) groups[2]?.headings.push(line);
    reunite(view, groups, places);
    expect(owners(places)).toEqual([0, 0, 1, 1, 2]);
  });
});
