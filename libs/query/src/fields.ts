import type { FacetField, TextField } from '@wenliu/contracts';
import { QueryError } from './query-error.js';

/** What a name before a colon asks for. */
export type Field = { kind: 'text'; field: TextField } | { kind: 'facet'; field: FacetField } | { kind: 'date' };

const text = (field: TextField): Field => ({ kind: 'text', field });
const facet = (field: FacetField): Field => ({ kind: 'facet', field });

const FIELDS = new Map<string, Field>([
  ['title', text('title')],
  ['text', text('text')],
  ['author', facet('author')],
  ['agency', facet('agency')],
  ['publication', facet('publication')],
  ['page', facet('page')],
  ['section', facet('section')],
  ['person', facet('person')],
  ['org', facet('organization')],
  ['organization', facet('organization')],
  ['place', facet('place')],
  ['policy', facet('policy')],
  ['lang', facet('language')],
  ['language', facet('language')],
  ['date', { kind: 'date' }],
]);

/** Promised by the grammar, not searchable yet. */
const UNSUPPORTED = new Set(['region', 'industry', 'figure']);

export function isFieldName(name: string): boolean {
  return FIELDS.has(name) || UNSUPPORTED.has(name);
}

export function findField(name: string, position: number): Field {
  const field = FIELDS.get(name);
  if (field) return field;
  const known = [...FIELDS.keys()].map((key) => `${key}:`).join(' ');
  if (UNSUPPORTED.has(name)) throw new QueryError(`${name}: is not supported yet.`, position, `Fields: ${known}`);
  throw new QueryError(
    `There is no field ${name}:.`,
    position,
    `To search for the text itself, put it in quotes. Fields: ${known}`,
  );
}
