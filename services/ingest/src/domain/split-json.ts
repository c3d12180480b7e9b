import { RawArticleInput, type TextRun } from '@wenliu/contracts';
import { cleanText } from '@wenliu/text';
import { EMPTY_DRAFT, type ArticleDraft } from './draft.js';
import { describeIssues } from './issues.js';
import { elementsOf, type Element } from './json-elements.js';
import { readByline } from './page/byline.js';
import { readSourceLines, type SourceLines } from './source-lines.js';
import type { ResidueRole, Split } from './split-result.js';

/** A search that fails reads the rest of the element; after so many the text is escaped throughout. */
const MISSES = 100;

/**
 * One RawArticleInput or an array of them: the articles as given, without control characters. Each has the lines its element
 * stands on; elements printed on one line share it.
 */
export function splitJson(text: string): Split {
  const parsed = parse(text);
  if (parsed.kind === 'failed') return parsed;
  const isArray = Array.isArray(parsed.json);
  const values: unknown[] = Array.isArray(parsed.json) ? parsed.json : [parsed.json];
  const elements = isArray ? elementsOf(text) : [{ start: 0, end: text.length }];
  const sourceLines = readSourceLines(text);
  const drafts: ArticleDraft[] = [];
  for (const [index, value] of values.entries()) {
    const input = RawArticleInput.safeParse(value);
    if (!input.success) {
      const detail = describeIssues(input.error.issues, isArray ? `[${index}]` : '');
      return { kind: 'failed', reason: 'invalid-message', detail };
    }
    const draft = draftOf(input.data);
    if (draft.paragraphs.length === 0 && draft.title === null && !draft.retracted) continue;
    const element = elements[index] ?? { start: 0, end: text.length };
    drafts.push({ ...draft, ...placeOf(draft.paragraphs, text, element, sourceLines) });
  }
  const taken = new Set(drafts.flatMap((draft) => draft.lines));
  const roles = Array.from({ length: sourceLines.count }, (_, i): ResidueRole | null => (taken.has(i + 1) ? null : 'markup'));
  return { kind: 'drafts', drafts, roles, notes: [], cameApart: true };
}

function parse(text: string): { kind: 'json'; json: unknown } | Extract<Split, { kind: 'failed' }> {
  try {
    return { kind: 'json', json: JSON.parse(text) };
  } catch (error) {
    // V8 quotes the source in its message; the place is what helps, and it is at the end of it.
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', reason: 'invalid-message', detail: `not JSON: ${message.slice(0, 200)}` };
  }
}

function draftOf(input: RawArticleInput): ArticleDraft {
  return {
    ...EMPTY_DRAFT,
    ...metadataOf(input),
    kicker: clean(input.kicker),
    title: clean(input.title),
    subtitle: clean(input.subtitle),
    byline: bylineOf(input.byline),
    agency: clean(input.agency),
    dateline: input.dateline ?? null,
    paragraphs: input.paragraphs.flatMap((paragraph) => cleanText(paragraph).split('\n')).filter((p) => p.trim() !== ''),
    captions: (input.captions ?? []).map((caption) => ({
      text: cleanText(caption.text),
      credit: clean(caption.credit),
      lines: [],
    })),
    eventTime: input.eventTime ?? null,
    publishedAt: input.publishedAt ?? null,
    fetchedAt: input.fetchedAt ?? null,
  };
}

function metadataOf(input: RawArticleInput) {
  return {
    sourceId: clean(input.sourceId),
    url: clean(input.url),
    ownUrl: clean(input.url) !== null,
    revision: input.revision ?? null,
    retracted: input.retracted ?? false,
    publication: clean(input.publication),
    issueDate: input.issueDate ?? null,
    page: clean(input.page),
    section: clean(input.section),
  };
}

function bylineOf(byline: RawArticleInput['byline']): ArticleDraft['byline'] {
  if (typeof byline === 'string') return readByline(byline) ?? { ...EMPTY_DRAFT.byline, raw: clean(byline) };
  return byline ?? EMPTY_DRAFT.byline;
}

/** The lines of the element, and the paragraphs that stand in it letter by letter; an escaped one is not mapped. */
function placeOf(paragraphs: readonly string[], text: string, element: Element, sourceLines: SourceLines) {
  const map: TextRun[] = [];
  const source = text.slice(element.start, element.end);
  let offset = 0;
  let from = 0;
  let misses = 0;
  for (const paragraph of paragraphs) {
    const at = misses < MISSES ? source.indexOf(`"${paragraph}"`, from) : -1;
    if (at === -1) misses += 1;
    else {
      const start = element.start + at + 1;
      const line = sourceLines.lineOf(start);
      map.push([offset, offset + paragraph.length, line, sourceLines.columnOf(start, line)]);
      from = at + paragraph.length;
    }
    offset += paragraph.length + 1;
  }
  const first = sourceLines.lineOf(element.start);
  const last = sourceLines.lineOf(Math.max(element.start, element.end - 1));
  return { map, lines: Array.from({ length: last - first + 1 }, (_, i) => first + i) };
}

function clean(value: string | null | undefined): string | null {
  const text = cleanText(value ?? '').trim();
  return text === '' ? null : text;
}
