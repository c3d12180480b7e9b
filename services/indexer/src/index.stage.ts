import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { indexArticle } from '@wenliu/contracts';
import { decode, discard, mapInTurns, quarantine, type Decoded, type Outcome } from '@wenliu/pipeline';
import { ArticleStore, SearchIndex, type IndexOutcome } from '@wenliu/ports';
import type { SearchedArticle } from '@wenliu/query';
import { PipelineMetrics, StageHandler, type StageBatch } from '@wenliu/platform';
import { PORTS_ANSWER_WITHIN_MS } from './ports-answer.js';
import { decide } from './domain/decide.js';
import { indexedArticle } from './domain/indexed-article.js';
import { toSearchDocument, toStored } from './domain/to-stored.js';

/** Store first, then index: a crash between the two is mended by doing both again, and both are conditional on the version. */
@Controller()
export class IndexStage {
  constructor(
    private readonly store: ArticleStore,
    private readonly index: SearchIndex,
    private readonly metrics: PipelineMetrics,
  ) {}

  @StageHandler(indexArticle, { batchSize: 128, timeoutMs: PORTS_ANSWER_WITHIN_MS })
  async write(@Payload() { records, lane }: StageBatch): Promise<readonly Outcome[]> {
    const decoded = await mapInTurns(records, (record) => ({ record, event: decode(indexedArticle, record.value) }));
    const read = decoded.flatMap(({ record, event }) => (event.ok ? [{ record, article: event.value }] : []));
    const foreign = await this.withdrawnElsewhere(read.map(({ article }) => article));
    const valid = read.filter(({ article }) => !foreign.has(article));
    const stored = await this.store.put(await mapInTurns(valid, ({ record, article }) => toStored(article, record.value)));
    const current = valid.filter((_, i) => stored[i]?.kind === 'written' || stored[i]?.kind === 'same');
    const indexed = await this.index.put(await mapInTurns(current, ({ article }) => toSearchDocument(article)));
    await this.index.refresh();
    const now = new Date();
    const byArticle = new Map<SearchedArticle, IndexOutcome | null>(current.map(({ article }, i) => [article, indexed[i] ?? null]));
    const outcomes = new Map<SearchedArticle, Outcome>([...foreign].map((article) => [article, discard('of-another-document', article.version)]));
    for (const [i, { article }] of valid.entries()) {
      const kept = stored[i];
      if (kept === undefined) throw new Error('the article store gave no outcome for an article');
      outcomes.set(article, decide(article, kept, byArticle.get(article) ?? null, now.toISOString()));
      if (kept.kind === 'written') this.metrics.searchableAfter(lane, (now.getTime() - Date.parse(article.receivedAt)) / 1000);
    }
    return decoded.map(({ event }) => outcomeOf(event, outcomes));
  }

  /** Articles that one document no longer gives while what is stored of them came from another. */
  private async withdrawnElsewhere(articles: readonly SearchedArticle[]): Promise<Set<SearchedArticle>> {
    const withdrawn = articles.filter(({ change }) => change.kind === 'superseded');
    if (withdrawn.length === 0) return new Set();
    const stored = await this.store.get(withdrawn.map(({ id }) => id));
    return new Set(withdrawn.filter(({ documentId }, i) => (stored[i]?.documentId ?? documentId) !== documentId));
  }
}

function outcomeOf(event: Decoded<SearchedArticle>, outcomes: ReadonlyMap<SearchedArticle, Outcome>): Outcome {
  if (!event.ok) return quarantine('invalid-message', event.detail);
  const outcome = outcomes.get(event.value);
  if (outcome === undefined) throw new Error('an article was left without outcome');
  return outcome;
}
