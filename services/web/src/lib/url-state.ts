/** What the page shows, as it stands in the address: `?q=…` a search, `?article=…` an article, `?document=…` an original, `?view=pipeline`. */
export type Route =
  | { kind: 'search'; search: SearchState }
  | { kind: 'article'; id: string }
  /** An original beside its articles; `article` is the one to begin with. */
  | { kind: 'document'; id: string; article: string | null }
  | { kind: 'pipeline' };

export const FILTERS = ['publication', 'person', 'place', 'organization'] as const;
export type Filter = (typeof FILTERS)[number];
export type Sort = 'relevance' | 'date';

export interface SearchState {
  q: string;
  from: string | null;
  to: string | null;
  filters: Readonly<Record<Filter, readonly string[]>>;
  /** `null` leaves the choice to `effectiveSort`. */
  sort: Sort | null;
}

export const EMPTY_SEARCH: SearchState = {
  q: '',
  from: null,
  to: null,
  filters: { publication: [], person: [], place: [], organization: [] },
  sort: null,
};

const FACETS = 'publication,month,person,place,organization';
const SHA_256 = /^[0-9a-f]{64}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function parseRoute(query: string): Route {
  const params = new URLSearchParams(query);
  const article = hashOrNull(params.get('article'));
  const document = hashOrNull(params.get('document'));
  if (document !== null) return { kind: 'document', id: document, article };
  if (article !== null) return { kind: 'article', id: article };
  if (params.get('view') === 'pipeline') return { kind: 'pipeline' };
  return { kind: 'search', search: parseSearch(params) };
}

function hashOrNull(value: string | null): string | null {
  return value !== null && SHA_256.test(value) ? value : null;
}

function parseSearch(params: URLSearchParams): SearchState {
  const sort = params.get('sort');
  return {
    q: params.get('q')?.trim() ?? '',
    from: dateOrNull(params.get('from')),
    to: dateOrNull(params.get('to')),
    filters: {
      publication: valuesOf(params, 'publication'),
      person: valuesOf(params, 'person'),
      place: valuesOf(params, 'place'),
      organization: valuesOf(params, 'organization'),
    },
    sort: sort === 'relevance' || sort === 'date' ? sort : null,
  };
}

function dateOrNull(value: string | null): string | null {
  return value !== null && DATE.test(value) ? value : null;
}

function valuesOf(params: URLSearchParams, name: Filter): string[] {
  return [...new Set(params.getAll(name).filter((value) => value !== ''))];
}

export function toHref(route: Route): string {
  if (route.kind === 'article') return `?article=${route.id}`;
  if (route.kind === 'document') return `?document=${route.id}${route.article === null ? '' : `&article=${route.article}`}`;
  if (route.kind === 'pipeline') return '?view=pipeline';
  const params = searchParams(route.search);
  if (route.search.sort !== null) params.set('sort', route.search.sort);
  return `?${params.toString()}`;
}

export function searchHref(change: Partial<SearchState>): string {
  return toHref({ kind: 'search', search: { ...EMPTY_SEARCH, ...change } });
}

export function filterHref(filter: Filter, value: string): string {
  return searchHref({ filters: { ...EMPTY_SEARCH.filters, [filter]: [value] } });
}

export function toApiQuery(search: SearchState, size: number, cursor: string | null): string {
  const params = searchParams(search);
  params.set('sort', effectiveSort(search));
  params.set('size', String(size));
  if (cursor === null) params.set('facets', FACETS);
  else params.set('cursor', cursor);
  return params.toString();
}

function searchParams(search: SearchState): URLSearchParams {
  const params = new URLSearchParams();
  if (search.q !== '') params.set('q', search.q);
  if (search.from !== null) params.set('from', search.from);
  if (search.to !== null) params.set('to', search.to);
  for (const filter of FILTERS) for (const value of search.filters[filter]) params.append(filter, value);
  return params;
}

/** Without words there is nothing to rank by, so the newest come first. */
export function effectiveSort(search: SearchState): Sort {
  return search.sort ?? (search.q === '' ? 'date' : 'relevance');
}

export function isUnfiltered(search: SearchState): boolean {
  return search.from === null && search.to === null && FILTERS.every((filter) => search.filters[filter].length === 0);
}

export function toggleFilter(search: SearchState, filter: Filter, value: string): SearchState {
  const values = search.filters[filter];
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return { ...search, filters: { ...search.filters, [filter]: next } };
}

export function toggleMonth(search: SearchState, month: string): SearchState {
  if (isMonthSelected(search, month)) return { ...search, from: null, to: null };
  return { ...search, ...monthRange(month) };
}

export function isMonthSelected(search: SearchState, month: string): boolean {
  const { from, to } = monthRange(month);
  return search.from === from && search.to === to;
}

export function monthRange(month: string): { from: string; to: string } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${lastDay}` };
}
