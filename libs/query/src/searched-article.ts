import type { TaggedArticle } from '@wenliu/contracts';

/** What a query can ask about. */
export type SearchedArticle = Omit<TaggedArticle, 'tokens' | 'titleTokens' | 'keywords' | 'provenance' | 'nlp'>;
