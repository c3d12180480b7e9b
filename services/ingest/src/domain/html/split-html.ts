import type { DocumentHints } from '@wenliu/contracts';
import type { ArticleDraft } from '../draft.js';
import type { LineNote, ResidueRole } from '../split-result.js';
import { readSourceLines, type SourceLines } from '../source-lines.js';
import { readFacts, type BlockFacts } from './block-facts.js';
import { findStories, type Story } from './find-stories.js';
import { readOneArticle } from './one-article.js';
import { factsAt } from './page-facts.js';
import { readStory } from './read-story.js';
import { scanHtml, type HtmlScan } from './scan-html.js';
import { linesOf, placeDraft } from './source-places.js';
import { splitFlat } from './split-flat.js';
import { severalOf } from './story-odds.js';

interface HtmlSplit {
  drafts: ArticleDraft[];
  /** By line of the source. */
  roles: (ResidueRole | null)[];
  notes: LineNote[];
  /** The articles stand apart from each other; else they were found in the text of a page. */
  cameApart: boolean;
}

/**
 * A web page to its one article, or a newspaper page as HTML to its several ones. Lines and columns are those of the HTML source;
 * text that stands there literally is mapped.
 */
export function splitHtml(source: string, hints: DocumentHints): HtmlSplit {
  const lines = readSourceLines(source);
  const scan = scanHtml(source);
  const facts = readFacts(scan.parts);
  const stories = severalOf(facts, scan, findStories(facts, scan.containers));
  if (stories.length > 0) return withRoles(source, { drafts: draftsOf(facts, scan, stories, hints, lines), roles: frameOf(facts, lines), notes: [], cameApart: true });
  const flat = splitFlat(facts, scan, hints, lines);
  if (flat !== null) return withRoles(source, { ...flat, cameApart: false });
  return withRoles(source, { drafts: readOneArticle(source, scan, facts, lines), notes: [], cameApart: true });
}

/** The articles of a page by its structure. Text right behind an article's element and words under a picture are the article's above. */
function draftsOf(facts: BlockFacts, scan: HtmlScan, stories: readonly Story[], hints: DocumentHints, source: SourceLines): ArticleDraft[] {
  const pageAt = factsAt(facts, scan, hints);
  const read = facts.blocks.map((block) => ({ block, lead: 0 }));
  return stories.flatMap(({ first, end, container }, i) => {
    const around = scan.containers[container]?.parent;
    const blocks = Array.from({ length: end - first }, (_, n) => first + n);
    for (let at = end; at < (stories[i + 1]?.first ?? facts.blocks.length); at += 1) {
      const isLoose = facts.isText(at) && facts.blocks[at]?.container === around;
      if (isLoose || facts.roles[at]?.kind === 'caption') blocks.push(at);
    }
    const draft = readStory(facts, blocks, pageAt(first));
    return draft === null ? [] : [placeDraft(draft, read, source)];
  });
}

/** By line, what is printed there that may be no article's. */
function frameOf(facts: BlockFacts, source: SourceLines): (ResidueRole | null)[] {
  const roles: (ResidueRole | null)[] = Array.from({ length: source.count }, () => 'markup');
  facts.blocks.forEach((block, i) => {
    const role = facts.roles[i];
    const found = role?.kind === 'furniture' ? role.furniture.role : facts.isLinked(i) ? 'navigation' : facts.isHeading(i) ? 'heading' : 'unused';
    for (const line of linesOf({ block, lead: 0 }, source)) if (roles[line - 1] === 'markup') roles[line - 1] = found;
  });
  return roles;
}

/** Lines that no article is printed on are blank, what was found, or markup. */
function withRoles(source: string, split: Omit<HtmlSplit, 'roles'> & { roles?: (ResidueRole | null)[] }): HtmlSplit {
  const roles = source.split('\n').map((line, i): ResidueRole | null => (line.trim() === '' ? 'blank' : (split.roles?.[i] ?? 'markup')));
  for (const draft of split.drafts) for (const line of draft.lines) roles[line - 1] = null;
  return { ...split, roles };
}
