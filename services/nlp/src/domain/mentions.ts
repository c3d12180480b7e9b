import type { Span } from '@wenliu/contracts';

/** Spans under the name they have in the text, names in the order of their first mention. */
export function groupByName(text: string, spans: readonly Span[]): Map<string, Span[]> {
  const groups = new Map<string, Span[]>();
  for (const span of spans) {
    const name = text.slice(span[0], span[1]);
    const mentions = groups.get(name);
    if (mentions === undefined) groups.set(name, [span]);
    else mentions.push(span);
  }
  return groups;
}
