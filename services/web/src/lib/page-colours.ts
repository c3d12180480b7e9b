/** As many as the style sheet knows. */
const COLOURS = 8;

/** The class of an article on a page: `own` for the one read, else one of the muted colours, the same wherever one goes on the page. */
export function colourOf(id: string | null, ids: readonly string[], current: string): string {
  if (id === null) return 'none';
  if (id === current) return 'own';
  return `colour-${ids.indexOf(id) % COLOURS}`;
}

/** The class of an article by its number on the page, 1-based. */
export function pageColour(number: number | null): string {
  return number === null ? 'none' : `colour-${(number - 1) % COLOURS}`;
}
