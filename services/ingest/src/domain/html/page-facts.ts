import type { DocumentHints } from '@wenliu/contracts';
import { readFurniture, type Furniture } from '../page/furniture.js';
import type { PageFacts } from '../page/split-page.js';
import type { BlockFacts } from './block-facts.js';
import type { HtmlScan } from './scan-html.js';

const NOTHING: PageFacts = { publication: null, issueDate: null, page: null, section: null };

/** What the frame of the page prints, block by block: an article has what stood above it, else what stands anywhere or in `<title>`. */
export function factsAt(facts: BlockFacts, { title }: Pick<HtmlScan, 'title'>, hints: DocumentHints): (block: number) => PageFacts {
  const named = readFurniture(title.replace(/[_|]/g, ' ')) ?? NOTHING;
  const printed = facts.roles.flatMap((role, i) => (role.kind === 'furniture' && !facts.isLinked(i) ? [{ at: i, furniture: role.furniture }] : []));
  return (block) => {
    const above = printed.filter(({ at }) => at < block).reverse();
    const find = (key: keyof PageFacts): string | null => [...above, ...printed].find(({ furniture }) => furniture[key] !== null)?.furniture[key] ?? named[key];
    return {
      publication: hints.publication ?? find('publication'),
      issueDate: hints.issueDate ?? find('issueDate'),
      page: hints.page ?? find('page'),
      section: find('section'),
    };
  };
}

/** The head of a newspaper page: its number with the paper's name or the day of issue. */
export function hasPageHead(facts: BlockFacts, { title }: Pick<HtmlScan, 'title'>): boolean {
  const isHead = (furniture: Furniture | null): boolean => furniture !== null && furniture.page !== null && (furniture.publication !== null || furniture.issueDate !== null);
  return isHead(readFurniture(title.replace(/[_|]/g, ' '))) || facts.roles.some((role) => role.kind === 'furniture' && isHead(role.furniture));
}
