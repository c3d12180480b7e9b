import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { RawArticleInput } from '@wenliu/contracts';
import { createRandom } from './random.js';

/**
 * Words drawn by their frequency in the dictionary that ships with @node-rs/jieba. Independent draws would make text in which
 * nearly every pair of characters is new, twice as dear to index as news. So an article keeps to a subject's words, and a word
 * has followers it prefers: see generate-articles.spec.ts for the figures of real news that this comes near.
 */
const VOCABULARY_SIZE = 60_000;
const PUBLICATIONS = 40;
const SUBJECT_WORDS = 70;
const FROM_SUBJECT = 0.32;
const FOLLOWERS = 6;
const FOLLOWED = 0.66;

export interface Generator {
  /** The article of a number; the same number gives the same article. `characters` is the aim for the text. */
  article(number: number, characters?: number): RawArticleInput;
  /** A word as common as a reader's query: names and things, at least two characters. */
  word(number: number): string;
}

export function createGenerator(): Generator {
  const vocabulary = readVocabulary();
  const total = vocabulary.cumulative.at(-1) ?? 0;
  const draw = (random: () => number): string => vocabulary.words[search(vocabulary.cumulative, random() * total)] ?? '';
  const followers = new Map<string, string[]>();
  const follow = (word: string, random: () => number): string => {
    let known = followers.get(word);
    if (known === undefined) {
      const own = createRandom(seedOf(word));
      known = Array.from({ length: FOLLOWERS }, () => draw(own));
      followers.set(word, known);
    }
    return known[Math.floor(random() ** 3 * FOLLOWERS)] ?? draw(random);
  };
  return {
    article: (number, characters = 1_200) => makeArticle(number, characters, { draw, follow }),
    word: (number) => {
      const random = createRandom(number * 7919 + 13);
      for (;;) {
        const word = draw(random);
        if (word.length >= 2) return word;
      }
    },
  };
}

interface Words {
  draw: (random: () => number) => string;
  follow: (word: string, random: () => number) => string;
}

function makeArticle(number: number, characters: number, { draw, follow }: Words): RawArticleInput {
  const random = createRandom(number + 1);
  const subject = Array.from({ length: SUBJECT_WORDS }, () => draw(random));
  let last = draw(random);
  const next = (): string => {
    const chance = random();
    if (chance < FOLLOWED) last = follow(last, random);
    else if (chance < FOLLOWED + FROM_SUBJECT) last = subject[Math.floor(random() ** 2 * SUBJECT_WORDS)] ?? last;
    else last = draw(random);
    return last;
  };
  const sentence = (): string => {
    let text = '';
    const length = 15 + Math.floor(random() * 30);
    while (text.length < length) text += next() + (random() < 0.08 ? '，' : '');
    return `${text.replace(/，$/, '')}。`;
  };
  const paragraphs: string[] = [];
  for (let written = 0; written < characters; ) {
    let paragraph = '';
    const length = Math.min(120 + random() * 160, characters - written);
    while (paragraph.length < length) paragraph += sentence();
    paragraphs.push(paragraph);
    written += paragraph.length;
  }
  const day = new Date(Date.UTC(2023, 0, 1 + Math.floor(random() * 1_000))).toISOString().slice(0, 10);
  const title = Array.from({ length: 6 }, () => draw(random)).join('');
  return { sourceId: `bench-${number}`, publication: `样报${number % PUBLICATIONS}`, issueDate: day, page: String(1 + (number % 16)), title, paragraphs };
}

function readVocabulary(): { words: string[]; cumulative: number[] } {
  const path = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
  const entries = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .flatMap(([word, frequency]) => (word !== undefined && /^\p{Script=Han}+$/u.test(word) ? [{ word, frequency: Number(frequency) }] : []))
    .sort((a, b) => b.frequency - a.frequency)
    .slice(0, VOCABULARY_SIZE);
  let sum = 0;
  return { words: entries.map(({ word }) => word), cumulative: entries.map(({ frequency }) => (sum += frequency)) };
}

function seedOf(word: string): number {
  let seed = 17;
  for (const character of word) seed = Math.imul(seed, 31) + (character.codePointAt(0) ?? 0);
  return seed >>> 0;
}

/** Index of the first element above `value`. */
function search(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
