import type { ArticleSummary, PrintedArticle, TaggedArticle } from '@wenliu/contracts';

const decoder = new TextDecoder();

/** The store keeps what the indexer validated. */
export const parseArticle = (body: Uint8Array): TaggedArticle => JSON.parse(decoder.decode(body)) as TaggedArticle;

/** Without what only programs read. */
export function toSummary(article: TaggedArticle): ArticleSummary {
  const { tokens: _tokens, titleTokens: _titleTokens, provenance: _provenance, ...summary } = article;
  return summary;
}

/** Without the segmentation. */
export function toPrinted(article: TaggedArticle): PrintedArticle {
  const { tokens: _tokens, titleTokens: _titleTokens, ...printed } = article;
  return printed;
}
