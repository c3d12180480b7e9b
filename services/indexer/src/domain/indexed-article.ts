import { articleTagged, TaggedArticle, type Topic } from '@wenliu/contracts';
import type { SearchedArticle } from '@wenliu/query';

/**
 * What the indexer reads of an article. The rest (1,500 numbers and tags of the segmentation first of all) is stored as it
 * came and not looked at: validating it took longer than everything else this stage does.
 */
const IndexedFields = TaggedArticle.omit({ tokens: true, titleTokens: true, keywords: true, provenance: true, nlp: true });

export const indexedArticle: Topic<SearchedArticle> = { ...articleTagged, schema: IndexedFields };
