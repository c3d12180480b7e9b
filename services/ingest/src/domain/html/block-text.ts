import { readReference } from './entities.js';

/** A piece of a block that stands in the source as it reads: `length` characters at `offset`, from `start` of the text. */
interface SourceRun {
  start: number;
  length: number;
  offset: number;
}

/** Text between two block elements, white space collapsed and references resolved. Neither begins nor ends with blanks. */
export interface Block {
  tag: string;
  text: string;
  runs: SourceRun[];
  /** Opens with the wide blanks that Chinese paragraphs are indented with. */
  indented: boolean;
}

interface BlockText {
  /** Characters so far. */
  length(): number;
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
  let lastCode = 0;
  let indent = 0;
  let gap: 'none' | 'space' | 'line' = 'none';
  /** Ideographic spaces since the last character, and where they stand side by side in the source. */
  let wide = 0;
  let wideAt = -1;

  function put(text: string, offset: number | null): void {
    if (text === '') return;
    // A line of Chinese that the editor broke goes on without a space.
    const broken = gap === 'line' && isWide(lastCode) && isWide(text.charCodeAt(0));
    if (wide > 0 && length > 0) putWide();
    else if (gap !== 'none' && length > 0 && !broken) {
      parts.push(' ');
      length += 1;
    }
    gap = 'none';
    wide = 0;
    if (offset !== null) addRun(runs, { start: length, length: text.length, offset });
    parts.push(text);
    length += text.length;
    lastCode = text.charCodeAt(text.length - 1);
  }

  /** Ideographic spaces are no white space of HTML: they part the phrases of a headline. */
  function putWide(): void {
    if (wideAt >= 0) addRun(runs, { start: length, length: wide, offset: wideAt });
    parts.push('\u3000'.repeat(wide));
    length += wide;
  }

  function skip(blank: string, offset: number): void {
    if (length === 0 && WIDE_BLANKS.has(blank)) indent += blank === '\u3000' ? 2 : 1;
    if (blank === '\u3000') {
      wideAt = wide === 0 ? offset : wideAt >= 0 && offset === wideAt + wide ? wideAt : -1;
      wide += 1;
      return;
    }
    if (blank === '\n' || blank === '\r') gap = 'line';
    else if (blank !== '' && gap === 'none') gap = 'space';
  }

  function read(source: string, from: number, to: number, references: boolean): void {
    let start = from;
    let at = from;
    while (at < to) {
      const char = source.charAt(at);
      const reference = references && char === '&' ? readReference(source, at) : null;
      if (reference === null && !BLANKS.has(char)) {
        at += 1;
        continue;
      }
      put(source.slice(start, at), start);
      if (reference === null || BLANKS.has(reference.text)) skip(reference?.text ?? char, reference === null ? at : -1);
      else put(reference.text, null);
      at += reference?.length ?? 1;
      start = at;
    }
    put(source.slice(start, to), start);
  }

  return {
    length: () => length,
    add: (source, from, to) => read(source, from, to, true),
    addPlain: (plain) => read(plain, 0, plain.length, false),
    finish: () => (length === 0 ? null : { tag, text: parts.join(''), runs, indented: indent >= 2 }),
  };
}

/** Pieces that stand side by side in the source and in the text are one run. */
function addRun(runs: SourceRun[], run: SourceRun): void {
  const last = runs.at(-1);
  if (last !== undefined && last.start + last.length === run.start && last.offset + last.length === run.offset) last.length += run.length;
  else runs.push(run);
}

/** HTML's white space, the blanks Chinese pages indent with, and references that stand for nothing. */
const BLANKS = new Set(['', ' ', '\n', '\t', '\r', '\f', '\u00a0', '\u3000', '\u2002', '\u2003', '\ufeff']);

const WIDE_BLANKS = new Set(['\u00a0', '\u3000', '\u2002', '\u2003']);

/** Chinese characters and their punctuation. */
function isWide(code: number): boolean {
  return code >= 0x2e80 || (code >= 0x2014 && code <= 0x2026);
}
