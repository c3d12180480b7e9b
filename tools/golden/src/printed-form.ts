// Compared are the words, not how they were set: `sameWords` forgives width, quotation marks, dashes, Markdown marks and white space.
const MARKS = /["“”‘’'「」『』*#]/g;
const DASHES = /[—–]/g;
const WHITE_SPACE = /\p{White_Space}+/gu;
const SPACES_AND_COMMAS = /[\p{White_Space},，]+/gu;

/** The words of a text, whatever the width, quotation marks and spaces. */
export function sameWords(text: string | null | undefined): string {
  return (text ?? '').normalize('NFKC').replace(MARKS, '').replace(DASHES, '-').replace(WHITE_SPACE, '');
}

/** For damage, where width and quotation marks are the point: only white space and commas are forgiven. */
export function sameMarks(text: string): string {
  return text.replace(SPACES_AND_COMMAS, '');
}

export function isBlank(line: string | undefined): boolean {
  return line === undefined || line.replace(WHITE_SPACE, '') === '';
}
