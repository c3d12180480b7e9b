/** An attribute value is shorter; a quotation mark that is not closed within this was never meant as one. */
const LONGEST_VALUE = 4096;

/** Behind the `>` of a tag. Quoted attribute values may hold one of their own. */
export function endOfTag(source: string, from: number): number {
  let at = from;
  while (at < source.length) {
    const char = source.charAt(at);
    if (char === '>') return at + 1;
    at = char === '=' ? behindValue(source, at + 1) : at + 1;
  }
  return source.length;
}

function behindValue(source: string, from: number): number {
  const quote = source.charAt(from);
  if (quote !== '"' && quote !== "'") return from;
  const window = source.slice(from + 1, from + 1 + LONGEST_VALUE);
  const close = window.indexOf(quote);
  return close === -1 ? from + 1 : from + close + 2;
}
