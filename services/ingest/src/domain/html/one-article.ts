import type { TextRun } from '@wenliu/contracts';
import { EMPTY_DRAFT, type ArticleDraft } from '../draft.js';
import { readByline } from '../page/byline.js';
import { readDateline } from '../page/dateline.js';
import { readImprint, type Imprint } from '../page/imprint.js';
import { endsSentence } from '../page/marks.js';
import type { SourceLines } from '../source-lines.js';
import type { BlockFacts } from './block-facts.js';
import type { Block } from './block-text.js';
import { readMainContent, type MainContent } from './main-content.js';
import type { HtmlScan } from './scan-html.js';

/** Between headline and text. */
const MOST_LINES = 8;

/** The article of a web page; none where it has no text. */
export function readOneArticle(source: string, scan: HtmlScan, facts: BlockFacts, lines: SourceLines): ArticleDraft[] {
  const content = readMainContent(source, scan);
  if (content.paragraphs.length === 0) return [];
  const located = locate(content, scan.blocks, lines);
  // Text that cannot be found is somewhere in the source.
  const own = located.lines.length > 0 ? located.lines : source.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [i + 1]));
  const draft = draftOf(content);
  const imprint = draft.byline.authors.length > 0 ? null : imprintOf(facts, content);
  return [{ ...draft, ...signedBy(imprint, draft), map: located.map, lines: own }];
}

/** The lines of names, sources and dates that stand between headline and text, where the page does not say them in `meta`. */
function imprintOf(facts: BlockFacts, { title, paragraphs }: MainContent): Imprint | null {
  const from = facts.blocks.findIndex(({ text, level }) => level > 0 && text === title);
  const first = paragraphs.find((paragraph) => readImprint(paragraph) === null && readByline(paragraph) === null);
  const to = from < 0 ? -1 : facts.blocks.findIndex(({ text }, i) => i > from && text === first);
  if (to < 0 || to - from > MOST_LINES) return null;
  const found: Imprint = { byline: null, issueDate: null, publication: null };
  for (const role of facts.roles.slice(from + 1, to)) {
    if (role.kind === 'byline') found.byline ??= role.byline;
    if (role.kind !== 'imprint') continue;
    found.byline ??= role.imprint.byline;
    found.publication ??= role.imprint.publication;
    found.issueDate ??= role.imprint.issueDate;
  }
  return found;
}

function signedBy(imprint: Imprint | null, draft: ArticleDraft): Partial<ArticleDraft> {
  if (imprint === null) return {};
  return {
    byline: imprint.byline ?? draft.byline,
    publication: draft.publication ?? imprint.publication,
    issueDate: draft.issueDate ?? imprint.issueDate,
  };
}

function draftOf(content: MainContent): ArticleDraft {
  const { paragraphs, title, author, publication, publishedAt, url } = content;
  const dateline = readDateline(paragraphs[0] ?? '');
  const byline = author === null ? null : (readByline(author) ?? { raw: author, authors: [], photographers: [] });
  return {
    ...EMPTY_DRAFT,
    title,
    paragraphs: [...paragraphs],
    publication,
    publishedAt,
    url,
    ownUrl: url !== null,
    byline: byline ?? { ...EMPTY_DRAFT.byline, authors: dateline?.authors ?? [] },
    agency: dateline?.dateline.agency ?? null,
    dateline: dateline?.dateline ?? null,
    complete: endsSentence(paragraphs.at(-1) ?? ''),
  };
}

/** Finds each paragraph among the blocks of the source, in order, by its text. */
function locate(content: MainContent, blocks: readonly Block[], source: SourceLines): { map: TextRun[]; lines: number[] } {
  const byText = new Map<string, Block[]>();
  for (const block of blocks) {
    const same = byText.get(block.text);
    if (same === undefined) byText.set(block.text, [block]);
    else same.push(block);
  }
  // Repeats are taken from the front; reversed, so that taking is `pop`.
  for (const same of byText.values()) same.reverse();
  const map: TextRun[] = [];
  const lines = new Set<number>();
  const title = byText.get(content.title ?? '')?.pop();
  for (const run of title?.runs ?? []) lines.add(source.lineOf(run.offset));
  let offset = 0;
  for (const paragraph of content.paragraphs) {
    for (const run of byText.get(paragraph)?.pop()?.runs ?? []) {
      const line = source.lineOf(run.offset);
      lines.add(line);
      map.push([offset + run.start, offset + run.start + run.length, line, source.columnOf(run.offset, line)]);
    }
    offset += paragraph.length + 1;
  }
  return { map, lines: [...lines].sort((a, b) => a - b) };
}
