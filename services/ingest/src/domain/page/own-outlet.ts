import type { ArticleDraft } from '../draft.js';

/** A page's own paper signs as many of its articles at least. */
const FEWEST = 2;

/** A paper that calls itself by its name, or the end of it, is 本报 as well; an agency is known to all by its own. */
export function ownAs(publication: string | null, agency: string | null): string | null {
  return agency !== null && !agency.endsWith('社') && publication?.endsWith(agency) === true ? `本${agency.slice(-1)}` : agency;
}

/** The same on a page that does not say whose it is: the paper is the one whose reporters sign most of it (“特区报记者”). */
export function withOwnOutlet(drafts: readonly ArticleDraft[]): ArticleDraft[] {
  const signed = new Map<string, number>();
  for (const { agency, publication } of drafts) if (publication === null && agency !== null && /^[^本].*[报報刊]$/u.test(agency)) signed.set(agency, (signed.get(agency) ?? 0) + 1);
  const [own, count] = [...signed].sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
  return count < FEWEST ? [...drafts] : drafts.map((draft) => ({ ...draft, agency: ownAs(own, draft.agency) }));
}
