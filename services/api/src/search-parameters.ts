import { FACET_FIELDS, type FacetField, type Query } from '@wenliu/contracts';
import { parseQuery, QueryError } from '@wenliu/query';
import { badParameter, ProblemError } from '@wenliu/platform';
import type { FacetName, SearchRequest } from '@wenliu/ports';
import { z } from 'zod';

const many = z.union([z.string(), z.array(z.string())]).transform((value) => (typeof value === 'string' ? [value] : value));
// `fromEntries` forgets which keys there are: one of each facet.
const facetFilters = Object.fromEntries(FACET_FIELDS.map((field) => [field, many.optional()])) as Record<FacetField, z.ZodOptional<typeof many>>;
const FACET_NAMES: readonly FacetName[] = [...FACET_FIELDS, 'month'];

const Parameters = z.strictObject({
  q: z.string().default(''),
  from: z.iso.date('must be YYYY-MM-DD').optional(),
  to: z.iso.date('must be YYYY-MM-DD').optional(),
  month: z.string().regex(/^\d{4}-\d{2}$/, 'must be YYYY-MM').optional(),
  sort: z.enum(['relevance', 'date']).optional(),
  size: z.coerce.number().pipe(z.int().min(1).max(1000)).default(20),
  cursor: z.string().optional(),
  facets: z.string().default(''),
  ...facetFilters,
});
type Parameters = z.infer<typeof Parameters>;

export interface SearchParameters {
  request: SearchRequest;
  /** What the text of `q` asks for, without filters: what is highlighted. */
  query: Query;
}

/** The parameters of a search; throws problem details that name the wrong one. */
export function parseSearchParameters(raw: unknown): SearchParameters {
  const parsed = Parameters.safeParse(raw);
  if (!parsed.success) throw parameterProblem(parsed.error);
  const values = parsed.data;
  const query = parseQueryText(values.q);
  const filters = filtersOf(values);
  const whole: Query = filters.length === 0 ? query : { kind: 'and', of: [query, ...filters] };
  return {
    query,
    request: {
      query: whole,
      // Without words there is nothing to rank by.
      sort: values.sort ?? (query.kind === 'all' ? 'date' : 'relevance'),
      size: values.size,
      cursor: values.cursor ?? null,
      facets: facetNames(values.facets),
    },
  };
}

export function parseQueryText(text: string): Query {
  try {
    return parseQuery(text);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    throw new ProblemError(400, 'invalid-query', 'The query is wrong', error.message, { position: error.position, hint: error.hint });
  }
}

function filtersOf(values: Parameters): Query[] {
  const filters: Query[] = [];
  if (values.from !== undefined || values.to !== undefined) filters.push({ kind: 'date', from: values.from ?? null, to: values.to ?? null });
  if (values.month !== undefined) filters.push({ kind: 'date', from: `${values.month}-01`, to: lastDay(values.month) });
  for (const field of FACET_FIELDS) {
    for (const value of values[field] ?? []) filters.push({ kind: 'facet', field, value });
  }
  return filters;
}

function lastDay(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  if (number < 1 || number > 12) throw badParameter('month', 'must be a month of the year');
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
}

function facetNames(text: string): FacetName[] {
  const names = text.split(',').map((name) => name.trim()).filter((name) => name !== '');
  return names.map((name) => {
    const known = FACET_NAMES.find((facet) => facet === name);
    if (known === undefined) throw badParameter('facets', `${name} is not one of ${FACET_NAMES.join(', ')}`);
    return known;
  });
}

function parameterProblem(error: z.ZodError): ProblemError {
  const issue = error.issues[0];
  if (issue?.code === 'unrecognized_keys') return badParameter(issue.keys[0] ?? '', `is not a parameter; known are ${Object.keys(Parameters.shape).join(', ')}`);
  return badParameter(issue?.path.join('.') ?? '', issue?.message ?? 'invalid');
}
