export interface UserWord {
  word: string;
  frequency: number;
  tag: string;
}

export interface UserDictionaryFault {
  /** 1-based. */
  line: number;
  problem: string;
}

export interface ParsedUserDictionary {
  words: UserWord[];
  faults: UserDictionaryFault[];
}

/**
 * jieba cuts a word of frequency f in two of a and b where f < a·b / 60,101,964 (the sum of the built-in dictionary). Its most
 * frequent word, 了, has 883,634, so above 12,991 no two words win, and three or more still less.
 */
const DEFAULT_USER_FREQUENCY = 20_000;

/** "Other proper noun": what people add are names of products, programmes and bodies. */
const DEFAULT_USER_TAG = 'nz';

/** More than the sum of all frequencies would make every other cut impossible. */
const MAX_FREQUENCY = 10_000_000;

/** Lines `word [frequency] [tag]`; `#` begins a comment. A later line for a word replaces an earlier one. */
export function parseUserDictionary(text: string): ParsedUserDictionary {
  const words = new Map<string, UserWord>();
  const faults: UserDictionaryFault[] = [];
  const lines = text.replace(/^\ufeff/, '').split('\n');
  lines.forEach((content, index) => {
    const fields = content.replace(/(^|\s)#.*$/s, '').trim().split(/\s+/);
    if (fields[0] === undefined || fields[0] === '') return;
    const parsed = parseFields(fields[0], fields.slice(1));
    if (typeof parsed === 'string') faults.push({ line: index + 1, problem: parsed });
    else words.set(parsed.word, parsed);
  });
  return { words: [...words.values()], faults };
}

function parseFields(word: string, rest: string[]): UserWord | string {
  // At any other character both packages end a word before they ask the dictionary.
  if (!/^[\p{Script=Han}a-zA-Z0-9+#&._%-]+$/u.test(word)) {
    return `the word ${JSON.stringify(word)} may have Chinese characters, latin letters, digits and +#&._%- only`;
  }
  const hasFrequency = rest[0] !== undefined && !/^[a-zA-Z]/.test(rest[0]);
  const frequency = hasFrequency ? Number(rest[0]) : DEFAULT_USER_FREQUENCY;
  const tag = (hasFrequency ? rest[1] : rest[0]) ?? DEFAULT_USER_TAG;
  if (rest.length > (hasFrequency ? 2 : 1)) return 'expected `word [frequency] [tag]`';
  if (!Number.isInteger(frequency) || frequency < 1 || frequency > MAX_FREQUENCY) {
    return `the frequency ${JSON.stringify(rest[0])} is not a whole number from 1 to ${MAX_FREQUENCY}`;
  }
  if (!/^[a-z][a-z0-9]{0,7}$/i.test(tag)) return `the tag ${JSON.stringify(tag)} is not a part-of-speech tag such as n, nr, ns, nt or nz`;
  return { word, frequency, tag };
}

/** `word frequency tag` lines, which both packages read. */
export function formatUserDictionary(words: readonly UserWord[]): string {
  return words.map(({ word, frequency, tag }) => `${word} ${frequency} ${tag}\n`).join('');
}
