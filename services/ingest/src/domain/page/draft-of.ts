import type { Byline } from '@wenliu/contracts';
import { EMPTY_DRAFT, type ArticleDraft } from '../draft.js';
import { readByline } from './byline.js';
import { readContinuation } from './continuation.js';
import { eventTimeOf, readDateline, type ReadDateline } from './dateline.js';
import type { Group } from './group.js';
import { readHeadline } from './headline.js';
import type { Layout } from './layout.js';
import { endsSentence } from './marks.js';
import { joinText } from './paragraphs.js';
import type { PageFacts } from './split-page.js';

/** One group of lines as an article. */
export function draftOf(group: Group, facts: PageFacts, layout: Layout, dropSpaces: boolean): ArticleDraft {
  const { paragraphs, map } = joinText(group.body, layout, dropSpaces);
  const running = group.body.filter((entry) => !entry.heading);
  const dateline = group.dateline ?? readDateline(running[0]?.line.text ?? '');
  const byline = bylineOf(group, dateline, paragraphs.at(-1) ?? '');
  const { continuedFrom, continuesTo } = readContinuation(paragraphs);
  const last = running.at(-1)?.line.text ?? '';
  const imprint = group.imprints.find((entry) => entry.imprint !== null)?.imprint ?? null;
  const issueDate = facts.issueDate ?? imprint?.issueDate ?? null;
  return {
    ...EMPTY_DRAFT,
    ...facts,
    ...readHeadline(group.headings),
    publication: facts.publication ?? imprint?.publication ?? null,
    issueDate,
    byline,
    agency: dateline?.dateline.agency ?? agencyOf(byline, group),
    dateline: dateline?.dateline ?? null,
    paragraphs,
    map,
    captions: group.captions.map(({ lines, caption }) => ({
      text: caption.text,
      credit: caption.credit,
      lines: lines.map((line) => [line.number, line.number]),
    })),
    continuedFrom,
    continuesTo,
    complete: continuedFrom === null && continuesTo === null && (last === '' || endsSentence(last)),
    eventTime: eventTimeOf(dateline?.dateline.date ?? null, issueDate),
    lines: linesOf(group),
  };
}

/** Reading order: headlines, byline, body and what signs it, captions. */
function linesOf(group: Group): number[] {
  const heads = [...group.bylines, ...group.imprints].map((entry) => entry.line.number).sort((a, b) => a - b);
  return [
    ...group.headings.map((line) => line.number),
    ...heads,
    ...group.body.map((entry) => entry.line.number),
    ...group.signOffs.map((line) => line.number),
    ...group.captions.flatMap((caption) => caption.lines.map((line) => line.number)),
  ];
}

function bylineOf(group: Group, dateline: ReadDateline | null, lastParagraph: string): Byline {
  const printed = [...group.bylines.map((entry) => entry.byline), ...group.imprints.flatMap((entry) => entry.imprint?.byline ?? [])];
  const foot = /[（(]([^（(）)]{2,40})[）)]$/.exec(lastParagraph.slice(-44))?.[1];
  const signed = printed.length > 0 || foot === undefined ? null : readByline(foot);
  const all = signed === null ? printed : [signed];
  // Everything printed about where the article comes from stays to be read and found.
  const about = [...group.imprints.map((entry) => entry.line.text), ...group.signOffs.map((line) => line.text)].map((text) => text.trim());
  const raws = [...new Set([...group.bylines.map((entry) => entry.byline.raw), signed?.raw ?? null, ...about])].filter((raw) => raw !== null);
  const authors = [...all.flatMap((byline) => byline.authors), ...(dateline?.authors ?? [])];
  return {
    raw: raws.length === 0 ? null : raws.join(' '),
    authors: authors.filter((author, i) => authors.findIndex((other) => other.name === author.name) === i),
    photographers: [...new Set(all.flatMap((byline) => byline.photographers))],
  };
}

function agencyOf(byline: Byline, group: Group): string | null {
  const source = /《([^》]+)》/.exec(group.signOffs[0]?.text ?? '')?.[1];
  if (source !== undefined) return source;
  return /(?:本报|本報|新华社|新華社|中新社)/.exec(byline.raw ?? '')?.[0] ?? null;
}
