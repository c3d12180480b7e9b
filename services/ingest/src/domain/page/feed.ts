import { readDateline } from './dateline.js';
import { NO_FACTS } from './furniture.js';
import { endsSentence } from './marks.js';
import type { PageLine } from './page-line.js';
import type { Role } from './roles.js';

/** “央视网消息（新闻联播）：”: with the name of what it is from, up to the colon. */
const SIGNATURE = /^[^，。：:]{2,14}[（(][^，。：:]{2,10}[）)][：:]/u;
const FEWEST = 5;
/** ln of the odds that an article begins with a line, by the words that all others begin with. */
const ODDS = { within: -4, brief: 3 };

/**
 * In the script of a broadcast, or what a feed sends, each item opens with the same dateline, so that what opens without is part of
 * the item above. Below a dateline that stands alone under the name of a column, each of several short items does without:
 * “国内联播快讯”, “央视网消息（新闻联播）：”. Adds to `odds` by line; a dateline that stands alone becomes a label in `roles`.
 */
export function readFeed(lines: readonly PageLine[], roles: Role[], odds: Float64Array): void {
  const signature = signatureOf(lines);
  if (signature === null) return;
  const items = lines.flatMap(({ text }, i) => (text.startsWith(signature) ? [i] : []));
  items.forEach((first, n) => {
    const isColumn = lines[first]?.text === signature;
    if (isColumn) roles[first] = { kind: 'furniture', furniture: { ...NO_FACTS, role: 'section' } };
    const below = lines.slice(first + 1, items[n + 1]);
    // Headlines part the items of a column by themselves.
    if (isColumn && below.some(({ text }, i) => roles[first + 1 + i]?.kind === 'text' && !endsSentence(text))) return;
    below.forEach((_, i) => {
      odds[first + 1 + i] = isColumn ? ODDS.brief : ODDS.within;
    });
  });
}

/** The dateline that items open with, `null` where they are no feed. */
function signatureOf(lines: readonly PageLine[]): string | null {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const [signature] = SIGNATURE.exec(text) ?? [];
    if (signature !== undefined) counts.set(signature, (counts.get(signature) ?? 0) + 1);
  }
  const [commonest] = [...counts].sort((a, b) => b[1] - a[1]);
  return commonest !== undefined && commonest[1] >= FEWEST && readDateline(commonest[0]) !== null ? commonest[0] : null;
}
