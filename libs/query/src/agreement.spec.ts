import { describe, expect, it } from '@jest/globals';
import { phraseTerms, termString, units } from '@wenliu/text';
import { cutRun } from './cut-run.js';
import { highlight } from './highlight.js';
import { matches } from './matches.js';
import { findNear } from './near.js';
import { parseQuery } from './parse-query.js';
import { QueryError } from './query-error.js';
import type { SearchableArticle } from './searchable.js';
import { keyOfUnits, unitKey } from './unit-key.js';

/** Mulberry32: the same sequence on every run. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

// Few of each, so that phrases come up by chance; both scripts and both widths of the same characters.
const TEXT = [...'车車汽台臺〇々𠀀𠀁aAａb1１é\u0301カ가 　，。-"\n\ufe00\ud800'];
const QUERY = [...'车車汽aA1 　""“”「」()（）:：-~～5.《》，\n\ud800', ' OR ', ' AND ', 'NOT ', 'title:', 'date:', '2024', '"车 汽"~2', 'page:', 'x:'];

function randomText(random: (below: number) => number, from: readonly string[], longest: number): string {
  return Array.from({ length: random(longest + 1) }, () => from[random(from.length)] ?? '').join('');
}

function isRunOf(all: readonly string[], part: readonly string[], isSame: (a: string, b: string, last: boolean) => boolean) {
  if (part.length === 0) return false;
  return all.some((_, at) => part.every((term, i) => isSame(all[at + i] ?? '', term, i === part.length - 1)));
}

function searchable(title: string, text: string): SearchableArticle {
  const facets: SearchableArticle['facets'] = {
    publication: [],
    page: [],
    section: [],
    author: [],
    agency: [],
    person: [],
    place: [],
    organization: [],
    policy: [],
    language: [],
  };
  return { title: unitKey(title), text: unitKey(text), facets, date: null };
}

describe('a phrase', () => {
  it('is found by the predicate, by the terms of the index, by highlighting and by its units, or by none of them', () => {
    const random = createRandom(1);
    const found = { yes: 0, no: 0 };
    for (let round = 0; round < 20_000; round++) {
      const text = randomText(random, TEXT, 24);
      const phrase = randomText(random, TEXT, 4);
      const { terms, prefix } = phraseTerms(phrase);
      const query = { kind: 'phrase', field: 'text', text: phrase } as const;
      const texts = (of: string) => units(of).map((unit) => unit.text);

      const byUnits = isRunOf(texts(text), texts(phrase), (a, b) => a === b);
      const byTerms = isRunOf(termString(text).split(' '), terms, (a, b, last) =>
        prefix && last ? a.startsWith(b) : a === b,
      );
      const byPredicate = matches(query, searchable('', text));
      const marks = highlight(query, { title: null, paragraphs: text.split('\n') }).text;

      expect({ text, phrase, byTerms, byPredicate, byMarks: marks.length > 0 }).toEqual({
        text, phrase, byTerms: byUnits, byPredicate: byUnits, byMarks: byUnits,
      });
      found[byUnits ? 'yes' : 'no']++;
    }
    // Otherwise the texts would not have tried both.
    expect(Math.min(found.yes, found.no)).toBeGreaterThan(2_000);
  });
});

describe('a near query', () => {
  it('is found where every part ends at most the distance before the last begins, in any order', () => {
    const random = createRandom(2);
    const found = { yes: 0, no: 0 };
    for (let round = 0; round < 10_000; round++) {
      const text = keyOfUnits(units(randomText(random, TEXT, 24)));
      const parts = [0, 1, 2].slice(random(2)).map(() => ['车', 'a', '汽台', 'a1', '𠀀'][random(5)] ?? '');
      const distance = random(5);
      const wanted = parts.map((part) => units(part).map((unit) => unit.text));
      const all = units(text.key).map((unit) => unit.text);
      const places = wanted.map((part) => all.flatMap((_, at) => (part.every((unit, i) => all[at + i] === unit) ? [at] : [])));
      const expected = places.flat().some((last) =>
        places.every((list, i) =>
          list.some((at) => at <= last && last - at - (wanted[i]?.length ?? 0) <= distance),
        ),
      );
      expect([text.key, parts, distance, findNear(text, parts, distance).length > 0]).toEqual([text.key, parts, distance, expected]);
      found[expected ? 'yes' : 'no']++;
    }
    expect(Math.min(found.yes, found.no)).toBeGreaterThan(500);
  });
});

describe('any text as a query', () => {
  it('is understood or refused with a position inside it and a hint, and can be asked', () => {
    const random = createRandom(3);
    const found = { yes: 0, no: 0 };
    for (let round = 0; round < 10_000; round++) {
      const text = randomText(random, QUERY, 14);
      try {
        const query = parseQuery(text);
        matches(query, searchable('车汽', 'a1车'));
        highlight(query, { title: '车汽', paragraphs: ['a1车'] });
        found.yes++;
      } catch (error) {
        if (!(error instanceof QueryError)) throw error;
        expect(error.position).toBeGreaterThanOrEqual(0);
        expect(error.position).toBeLessThanOrEqual(text.length);
        expect(error.hint).not.toBe('');
        found.no++;
      }
    }
    expect(Math.min(found.yes, found.no)).toBeGreaterThan(1_000);
  });

  it('finds every article that holds it as one run', () => {
    const random = createRandom(4);
    for (let round = 0; round < 3_000; round++) {
      const run = randomText(random, [...TEXT, ...'新能源的在上海记者'], 12).replace(/[\s"]/g, '');
      for (const word of cutRun(run)) expect([run, unitKey(run)]).toEqual([run, expect.stringContaining(unitKey(word))]);
    }
  });
});
