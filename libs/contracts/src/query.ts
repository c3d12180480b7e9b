/** Fields whose values are matched whole. */
export const FACET_FIELDS = [
  'publication',
  'page',
  'section',
  'author',
  'agency',
  'person',
  'place',
  'organization',
  'policy',
  'language',
] as const;
export type FacetField = (typeof FACET_FIELDS)[number];

/** Where a phrase is looked for; `any` is title or text. */
export type TextField = 'any' | 'title' | 'text';

/**
 * One meaning for the search box, the API, streams and subscriptions. A phrase matches where its letters and digits stand
 * next to each other in the folded text, whatever white space and punctuation lies between them.
 */
export type Query =
  | { kind: 'all' }
  | { kind: 'phrase'; field: TextField; text: string }
  | { kind: 'near'; field: TextField; text: string; distance: number }
  | { kind: 'facet'; field: FacetField; value: string }
  | { kind: 'date'; from: string | null; to: string | null }
  | { kind: 'and'; of: Query[] }
  | { kind: 'or'; of: Query[] }
  | { kind: 'not'; of: Query };
