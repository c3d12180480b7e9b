import { readByline } from './byline.js';
import { authorsNamed } from './names.js';
import { fullFrom, wrapAt, type Layout } from './layout.js';
import { widthOf } from './marks.js';
import type { PageLine } from './page-line.js';
import type { Role } from './roles.js';
import { isLikelyName, isWord } from './surnames.js';

/** “本报记者 苏眉 费”, “本报见习记者 苏眉 记者”: what a byline may break off with. */
const BEGUN = /(?:记者|記者|通讯员|通訊員|实习生)(?:[\s\u3000]?[\p{Script=Han}、])*$/u;
/** Nothing but names, or the end of one. */
const REST = /^[\p{Script=Han}\s\u3000、]{1,16}$/u;
/** As parts of the column's width: how far a byline goes that breaks off, and its rest. */
const FULL = 0.7;
const SHORT = 0.75;
const FULL_LINE = 0.88;
const LONGEST_NAME = 3;

/** A surname ends the line, or the rest of a name begins the next. */
const isInName = (line: string, below: string): boolean => /[\s\u3000、]\p{Script=Han}$/u.test(line) || /^\p{Script=Han}[\s\u3000、]/u.test(below);

const mayBe = (role: Role | undefined): boolean => role?.kind === 'byline' || role?.kind === 'text';

/** In a narrow column a byline takes two lines: both become bylines, with the names of both in the first. */
export function joinBylines(lines: readonly PageLine[], roles: Role[], layout: Layout): void {
  if (layout.wrap === null) return;
  lines.forEach((line, i) => {
    const below = lines[i + 1];
    if (!mayBe(roles[i]) || !mayBe(roles[i + 1]) || below === undefined || below.gap !== layout.leading || below.indented) return;
    if (!BEGUN.test(line.text) || !REST.test(below.text) || widthOf(line.text) < wrapAt(layout, line) * FULL || widthOf(below.text) > wrapAt(layout, line) * SHORT) return;
    const whole = line.text + below.text;
    const parted = `${line.text} ${below.text}`;
    const byline = (isInName(line.text, below.text) ? [whole, parted] : [parted, whole]).map(readByline).find((read) => read?.authors.every(({ name }) => isLikelyName(name)));
    if (byline === undefined || byline === null) return;
    roles[i] = { kind: 'byline', byline, dateline: null };
    roles[i + 1] = { kind: 'byline', byline: { raw: null, authors: [], photographers: [] }, dateline: null };
  });
}

/** In a column without indents a name alone, between a short line and one that fills the column, is who wrote what is below. */
export function signColumns(lines: readonly PageLine[], roles: Role[], layout: Layout): void {
  if (layout.wrap === null || layout.indents) return;
  const isText = (i: number): boolean => roles[i]?.kind === 'text';
  lines.forEach((line, i) => {
    const [above, below] = [lines[i - 1], lines[i + 1]];
    const name = line.text.replace(/[\s\u3000]/gu, '');
    if (above === undefined || below === undefined || !isText(i - 1) || !isText(i) || !isText(i + 1) || name.length > LONGEST_NAME || !isLikelyName(name) || isWord(name)) return;
    const full = fullFrom(wrapAt(layout, below), FULL_LINE);
    const isUnderHead = widthOf(above.text) < full && !/[。，；、：]$/u.test(above.text);
    if (isUnderHead && widthOf(below.text) >= full) roles[i] = { kind: 'byline', byline: { raw: line.text, authors: authorsNamed([name]), photographers: [] }, dateline: null };
  });
}
