import type { FacetCount } from '@wenliu/contracts';
import type { FacetName } from '@wenliu/ports';

const FACET_VALUES = 30;
/** Each shard names its most frequent values; so many that those of all shards together are counted right. */
const SHARD_VALUES = 1_000;

const fieldOf = (name: FacetName): string => (name === 'month' ? 'month' : `facets.${name}`);

export const facetAggregations = (names: readonly FacetName[]): Record<string, object> =>
  Object.fromEntries(names.map((name) => [name, { terms: { field: fieldOf(name), size: FACET_VALUES, shard_size: SHARD_VALUES, order: [{ _count: 'desc' }, { _key: 'asc' }] } }]));

/** A `terms` aggregation's answer. */
export interface TermsAnswer {
  doc_count_error_upper_bound: number;
  buckets: { key: string; doc_count: number }[];
}

export interface CountedFacets {
  /** `false` where a shard may have left a value out. */
  exact: boolean;
  facets: Partial<Record<FacetName, FacetCount[]>>;
}

export function readFacets(names: readonly FacetName[], answers: Readonly<Record<string, TermsAnswer>> = {}): CountedFacets {
  const facets = Object.fromEntries(names.map((name) => [name, (answers[name]?.buckets ?? []).map(({ key, doc_count }) => ({ value: key, count: doc_count }))]));
  return { exact: names.every((name) => (answers[name]?.doc_count_error_upper_bound ?? 0) === 0), facets };
}
