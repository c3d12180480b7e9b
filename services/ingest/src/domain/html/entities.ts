/** The named references that occur in Chinese pages; the rest of HTML's two thousand stay as they are printed. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009',
    ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', middot: '·', hellip: '…', mdash: '—', ndash: '–', bull: '•',
    laquo: '«', raquo: '»', copy: '©', reg: '®', times: '×', deg: '°', permil: '‰', yen: '¥', zwnj: '', zwj: '', shy: '',
  }),
);

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}));?/y;

/** The reference that begins at `at`: what it stands for and how long it is in the source; `null` where there is none. */
export function readReference(source: string, at: number): { text: string; length: number } | null {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(source);
  if (match === null) return null;
  const named = match[3] === undefined ? undefined : NAMED.get(match[3]);
  if (named !== undefined) return { text: named, length: match[0].length };
  if (match[3] !== undefined) return null;
  const code = match[1] === undefined ? parseInt(match[2] ?? '', 16) : Number(match[1]);
  const valid = code > 0x1f && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && !(code >= 0x7f && code <= 0x9f);
  return { text: valid ? String.fromCodePoint(code) : '', length: match[0].length };
}
