/** Lines that only one of two texts has, in their order; a line that is there twice counts twice. */
export interface Change {
  page: string;
  removed: string[];
  added: string[];
}

const SHOWN_PAGES = 8;
const SHOWN_LINES = 2;
const SHOWN_CHARACTERS = 60;

export function changeOf(page: string, before: string, now: string): Change {
  return { page, removed: onlyIn(before, now), added: onlyIn(now, before) };
}

function onlyIn(text: string, other: string): string[] {
  const left = new Map<string, number>();
  for (const line of other.split('\n')) left.set(line, (left.get(line) ?? 0) + 1);
  return text.split('\n').filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

/** The first lines of what has changed, to decide whether `--update` is worth a look. */
export function summarize(changes: readonly Change[]): string[] {
  if (changes.length === 0) return [];
  const first = (sign: string, lines: readonly string[]): string[] => lines.slice(0, SHOWN_LINES).map((line) => `    ${sign} ${shorten(line)}`);
  return [
    `what is made of ${changes.length} ${changes.length === 1 ? 'page' : 'pages'} has changed; npm run golden -- --update writes it, git diff shows it`,
    ...changes.slice(0, SHOWN_PAGES).flatMap(({ page, removed, added }) => [`  ${page}  −${removed.length} +${added.length}`, ...first('−', removed), ...first('+', added)]),
    ...(changes.length > SHOWN_PAGES ? [`  and ${changes.length - SHOWN_PAGES} more`] : []),
  ];
}

const shorten = (line: string): string => (line.length > SHOWN_CHARACTERS ? `${line.slice(0, SHOWN_CHARACTERS)}…` : line);
