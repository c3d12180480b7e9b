export interface Element {
  start: number;
  end: number;
}

/** Where the elements of a JSON array stand in its text. The text must be valid JSON. */
export function elementsOf(text: string): Element[] {
  const elements: Element[] = [];
  let depth = 0;
  let start = -1;
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (char === '"') {
      if (start === -1 && depth === 1) start = i;
      i = endOfString(text, i);
    } else if (char === '[' || char === '{') {
      depth += 1;
      if (depth === 2 && start === -1) start = i;
    } else if (char === ']' || char === '}') {
      depth -= 1;
      if (depth === 0 && start !== -1) elements.push({ start, end: i });
    } else if (char === ',' && depth === 1) {
      elements.push({ start, end: i });
      start = -1;
    } else if (depth === 1 && start === -1 && char > ' ') {
      start = i;
    }
  }
  return elements;
}

/** Index of the closing quotation mark. */
function endOfString(text: string, open: number): number {
  let i = open + 1;
  while (i < text.length && text.charAt(i) !== '"') i += text.charAt(i) === '\\' ? 2 : 1;
  return i;
}
