const NUMBER = '(?:昨日|昨天|前日|上期|(?:\\d{1,2}月)?\\d{1,2}日)?第?\\s?[A-ZＡ-Ｚ]{0,2}\\s?(?:[\\d０-９]{1,3}|[〇零一二三四五六七八九十]{1,3})';
const SEPARATED = '\\s?[·．：:・]\\s?[^（(【〔）)】〕，。《\\s]{1,8}';
const HEADLINE = '(?:《[^》]{2,40}》)?';
/** “第三版”, “A3版·要闻”. Without brackets nothing else says where the mark ends. */
const PAGE = `${NUMBER}\\s?版(?:${SEPARATED})?${HEADLINE}`;
const PLAIN_PAGE = `${NUMBER}\\s?版`;
/** In brackets: also “A3版要闻”, and “A3” behind a word that nothing else can follow. */
const BRACKETED_PAGE = `${NUMBER}\\s?版(?:${SEPARATED}|[^（(【〔）)】〕，。《▶►→]{0,8})${HEADLINE}`;
const BARE_PAGE = `${NUMBER}${HEADLINE}`;
const ARROWS = '[▲△▼▽■▶►▷→➤◀◄←]{0,2}\\s?';
const OPEN = `${ARROWS}[（(【〔\\[]${ARROWS}`;
const CLOSE = `\\s?${ARROWS}[）)】〕\\]]${ARROWS}`;

const FROM = new RegExp(
  `^(?:${OPEN}(?:(?:紧接|緊接|上接|接)\\s?(${BRACKETED_PAGE})|(?:紧接|緊接|上接)\\s?(${BARE_PAGE}))${CLOSE}|[（(【〔\\[]?${ARROWS}(?:紧接|緊接|上接|接)\\s?(${PLAIN_PAGE}))`,
  'u',
);
const TO = new RegExp(
  `(?:${OPEN}(?:(?:紧接|緊接|下接|下转|下轉|转|轉|全文见|全文見|全文详见)\\s?(${BRACKETED_PAGE})|(?:下接|下转|下轉)\\s?(${BARE_PAGE}))${CLOSE}|${ARROWS}(?:(?:紧接|緊接|下接|下转|下轉|转|轉)\\s?(${PAGE})|(?:下接|下转|下轉)\\s?(${BARE_PAGE}))\\s?[）)】〕\\]]?${ARROWS})$`,
  'u',
);
/** Of every mark that says where a text goes on, and of hardly any line without. */
const SIGN_OF_TO = new RegExp(`[接转轉见見]\\s?${NUMBER}`, 'u');
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
  const end = text.slice(-REACH);
  return SIGN_OF_TO.test(end) && TO.test(end);
}

/** A line of nothing but “（下转第三版）”. */
export function isToMark(text: string): boolean {
  return text.length < REACH && SIGN_OF_TO.test(text) && TO.exec(text.trim())?.index === 0;
}

function pageOf(mark: RegExp, text: string): string | null {
  return mark.exec(text)?.slice(1).find(Boolean) ?? null;
}
