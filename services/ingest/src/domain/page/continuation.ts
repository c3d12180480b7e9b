const NUMBER = '第?\\s?[A-ZＡ-Ｚ]{0,2}\\s?(?:[\\d０-９]{1,3}|[〇零一二三四五六七八九十]{1,3})';
const SECTION = '(?:\\s?[·．：:・]\\s?[^（(【〔）)】〕，。《]{1,8}|[^（(【〔）)】〕，。《▶►→]{0,8})';
/** “第三版”, “A3版·要闻”, “第一版《清水河上……》”. */
const PAGE = `${NUMBER}\\s?版${SECTION}(?:《[^》]{2,40}》)?`;
/** A page without the word: “A3”, “第3”. Only behind a word that nothing else can follow. */
const BARE_PAGE = `(?:${NUMBER})(?:《[^》]{2,40}》)?`;
const OPEN = '[（(【〔\\[▲△▼▽■▶►▷→➤◀◄←]{0,2}\\s?';
const CLOSE = '\\s?[）)】〕\\]▶►▷→➤◀◄←]{0,2}';

const FROM = new RegExp(`^${OPEN}(?:(?:紧接|緊接|上接|接)\\s?(${PAGE})${CLOSE}|(?:紧接|緊接|上接)\\s?(${BARE_PAGE})\\s?[）)】〕\\]])`, 'u');
const TO = new RegExp(`${OPEN}(?:(?:紧接|緊接|下接|下转|下轉|转|轉)\\s?(${PAGE})${CLOSE}|(?:下接|下转|下轉)\\s?(${BARE_PAGE})${CLOSE})$`, 'u');
/** The mark is never further from the edge of a text. */
const REACH = 64;

export interface Continuation {
  continuedFrom: string | null;
  continuesTo: string | null;
}

/** Where the rest of an article is printed: “（上接第一版）” before the text or at its headline, “（下转第三版）” after it. */
export function readContinuation(paragraphs: readonly string[], headings: readonly string[] = []): Continuation {
  const [first = ''] = paragraphs;
  const last = paragraphs.at(-1) ?? '';
  const from = pageOf(FROM, first.slice(0, REACH)) ?? headings.map((text) => pageOf(FROM, text.replace(/^[^（(【〔]*(?=[（(【〔])/u, ''))).find((page) => page !== null);
  return { continuedFrom: from ?? null, continuesTo: pageOf(TO, last.slice(-REACH)) };
}

/** The text without the mark at its beginning. */
export function withoutFromMark(text: string): string {
  return text.replace(FROM, '').trimStart();
}

/** The text without the mark at its end. */
export function withoutToMark(text: string): string {
  return text.replace(TO, '').trimEnd();
}

/** Ends with “（下转第三版）”. */
export function hasToMark(text: string): boolean {
  return TO.test(text.slice(-REACH));
}

/** A line of nothing but “（下转第三版）”. */
export function isToMark(text: string): boolean {
  return text.length < REACH && TO.exec(text.trim())?.index === 0;
}

function pageOf(mark: RegExp, text: string): string | null {
  const found = mark.exec(text);
  return found?.[1] ?? found?.[2] ?? null;
}
