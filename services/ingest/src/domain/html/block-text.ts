import { readReference } from './entities.js';

/** A piece of a block that stands in the source as it reads: `length` characters at `offset`, from `start` of the text. */
export interface SourceRun {
  start: number;
  length: number;
  offset: number;
}

/** Text between two block elements, white space collapsed and references resolved. */
export interface Block {
  tag: string;
  text: string;
  runs: SourceRun[];
}

interface BlockText {
  /** A piece of HTML source, references and all. */
  add(source: string, from: number, to: number): void;
  /** Text that is text already. */
  addPlain(text: string): void;
  finish(): Block | null;
}

export function createBlockText(tag: string): BlockText {
  const parts: string[] = [];
  const runs: SourceRun[] = [];
  let length = 0;
  let spaceWanted = false;

  function put(text: string, offset: number | null): void {
    if (text === '') return;
    if (spaceWanted && length > 0) {
      parts.push(' ');
      length += 1;
    }
    spaceWanted = false;
    if (offset !== null) runs.push({ start: length, length: text.length, offset });
    parts.push(text);
    length += text.length;
  }

  function read(source: string, from: number, to: number, references: boolean): void {
      let start = from;
      let at = from;
      while (at < to) {
        const char = source.charAt(at);
        const reference = references && char === '&' ? readReference(source, at) : null;
        if (reference !== null) {
          put(source.slice(start, at), start);
          if (isBlank(reference.text)) spaceWanted = true;
          else put(reference.text, null);
          at += reference.length;
          start = at;
        } else if (isBlank(char)) {
          put(source.slice(start, at), start);
          spaceWanted = true;
          at += 1;
          start = at;
        } else at += 1;
      }
      put(source.slice(start, to), start);
  }

  return {
    add: (source, from, to) => read(source, from, to, true),
    addPlain: (plain) => read(plain, 0, plain.length, false),
    finish: () => (length === 0 ? null : { tag, text: parts.join(''), runs }),
  };
}

const BLANKS = new Set(['', ' ', '\n', '\t', '\r', '\f', '\u00a0', '\u3000', '\u2002', '\u2003', '\ufeff']);

/** HTML's white space, and the blanks Chinese pages indent with. */
function isBlank(text: string): boolean {
  return BLANKS.has(text);
}
