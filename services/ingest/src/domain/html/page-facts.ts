import type { DocumentHints } from '@wenliu/contracts';
import { readFurniture, type Furniture } from '../page/furniture.js';
import type { PageFacts } from '../page/split-page.js';
import type { BlockFacts } from './block-facts.js';
import type { HtmlScan } from './scan-html.js';

const NOTHING: PageFacts = { publication: null, issueDate: null, page: null, section: null };

/** What the frame of the page prints, by block: an article has what stood above it, else what stands anywhere or in `<title>`. */
export function factsAt(facts: BlockFacts, { title }: Pick<HtmlScan, 'title'>, hints: DocumentHints): (block: number) => PageFacts {
  const named = readFurniture(title.replace(/[_|]/g, ' ')) ?? NOTHING;
  let below: PageFacts = named;
  let above: PageFacts = NOTHING;
  const known = facts.roles.map((role, i): PageFacts => {
    const before = above;
    if (role.kind === 'furniture' && !facts.isLinked(i)) above = merged(role.furniture, above);
    return before;
  });
  for (let i = facts.roles.length - 1; i >= 0; i -= 1) {
    const role = facts.roles[i];
    if (role?.kind === 'furniture' && !facts.isLinked(i)) below = merged(role.furniture, below);
  }
  return (block) => {
    const { publication, issueDate, page, section } = merged(known[block] ?? above, below);
    return { publication: hints.publication ?? publication, issueDate: hints.issueDate ?? issueDate, page: hints.page ?? page, section };
  };
}

function merged(first: PageFacts, second: PageFacts): PageFacts {
  return {
    publication: first.publication ?? second.publication,
    issueDate: first.issueDate ?? second.issueDate,
    page: first.page ?? second.page,
    section: first.section ?? second.section,
  };
}

/** The head of a newspaper page: its number with the paper's name or the day of issue. */
export function hasPageHead(facts: BlockFacts, { title }: Pick<HtmlScan, 'title'>): boolean {
  const isHead = (furniture: Furniture | null): boolean => furniture !== null && furniture.page !== null && (furniture.publication !== null || furniture.issueDate !== null);
  return isHead(readFurniture(title.replace(/[_|]/g, ' '))) || facts.roles.some((role) => role.kind === 'furniture' && isHead(role.furniture));
}
