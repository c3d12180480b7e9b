/** An attribute value is shorter; a quotation mark that is not closed within this was never meant as one. */
const LONGEST_VALUE = 4096;

/** Where the text goes on behind the `>` of a tag. Quoted attribute values may hold a `>` of their own. */
export function endOfTag(source: string, from: number): { end: number; attributes: number } {
  let attributes = 0;
  let at = from;
  while (at < source.length) {
    const char = source.charAt(at);
    if (char === '>') return { end: at + 1, attributes };
    if (char === '=' || char === ' ') attributes += 1;
    at = char === '=' ? behindValue(source, at + 1) : at + 1;
  }
  return { end: source.length, attributes };
}

function behindValue(source: string, from: number): number {
  const quote = source.charAt(from);
  if (quote !== '"' && quote !== "'") return from;
  const window = source.slice(from + 1, from + 1 + LONGEST_VALUE);
  const close = window.indexOf(quote);
  return close === -1 ? from + 1 : from + close + 2;
}
