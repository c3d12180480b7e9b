import type { FacetCount } from '@wenliu/contracts';

type Facets = Readonly<Record<string, readonly FacetCount[]>>;

/** Queries that find something, made from what is there. */
export function exampleQueries(facets: Facets): string[] {
  const [person, other] = topValues(facets, 'person');
  const [place] = topValues(facets, 'place');
  const [organization] = topValues(facets, 'organization');
  const [publication] = topValues(facets, 'publication');
  const [month] = topValues(facets, 'month');
  const queries = [
    place,
    organization && `"${organization}"`,
    person && `person:${quoteIfNeeded(person)}`,
    person && other && `${quoteIfNeeded(person)} OR ${quoteIfNeeded(other)}`,
    publication && place && `publication:${quoteIfNeeded(publication)} ${quoteIfNeeded(place)}`,
    month && `date:${month}`,
  ];
  return queries.filter((query) => query !== undefined);
}

function topValues(facets: Facets, name: string): string[] {
  return (facets[name] ?? []).map(({ value }) => value).filter((value) => value !== '' && !value.includes('"'));
}

/** A value that is more than letters and digits would be read as several words. */
export function quoteIfNeeded(value: string): string {
  return /^[\p{L}\p{N}]+$/u.test(value) ? value : `"${value.replaceAll('"', '')}"`;
}
