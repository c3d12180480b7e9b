import type { TextRun } from '@wenliu/contracts';
import { EMPTY_DRAFT, type ArticleDraft } from '../draft.js';
import { readByline } from '../page/byline.js';
import { readDateline } from '../page/dateline.js';
import { endsSentence } from '../page/marks.js';
import type { ResidueRole } from '../split-result.js';
import type { Block } from './block-text.js';
import { readMainContent, type MainContent } from './main-content.js';
import { scanHtml } from './scan-html.js';

/** A web page to its one article. The lines are those of the HTML source; text that stands there literally is mapped. */
export function splitHtml(source: string): { drafts: ArticleDraft[]; roles: (ResidueRole | null)[] } {
  const starts = lineStartsOf(source);
  const roles: (ResidueRole | null)[] = starts.map((start, i) => (source.slice(start, starts[i + 1] ?? source.length).trim() === '' ? 'blank' : 'markup'));
  const scan = scanHtml(source);
  const content = readMainContent(source, scan);
  if (content.paragraphs.length === 0) return { drafts: [], roles };
  const { map, lines } = locate(content, scan.blocks, starts);
  const own = lines.length > 0 ? lines : roles.flatMap((role, i) => (role === 'blank' ? [] : [i + 1]));
  for (const line of own) roles[line - 1] = null;
  return { drafts: [{ ...draftOf(content), map, lines: own }], roles };
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
function locate(content: MainContent, blocks: readonly Block[], starts: readonly number[]): { map: TextRun[]; lines: number[] } {
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
  for (const run of title?.runs ?? []) lines.add(lineOf(starts, run.offset));
  let offset = 0;
  for (const paragraph of content.paragraphs) {
    for (const run of byText.get(paragraph)?.pop()?.runs ?? []) {
      const line = lineOf(starts, run.offset);
      lines.add(line);
      map.push([offset + run.start, offset + run.start + run.length, line, run.offset - (starts[line - 1] ?? 0) + 1]);
    }
    offset += paragraph.length + 1;
  }
  return { map, lines: [...lines].sort((a, b) => a - b) };
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
