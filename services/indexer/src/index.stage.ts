import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { indexArticle } from '@wenliu/contracts';
import { decode, mapInTurns, quarantine, type Decoded, type Outcome } from '@wenliu/pipeline';
import { ArticleStore, SearchIndex, type IndexOutcome } from '@wenliu/ports';
import type { SearchedArticle } from '@wenliu/query';
import { PipelineMetrics, StageHandler, type StageBatch } from '@wenliu/platform';
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

  // Two engines may each take a minute to be known as away; until then it is not the article that hangs.
  @StageHandler(indexArticle, { batchSize: 128, timeoutMs: 300_000 })
  async write(@Payload() { records, lane }: StageBatch): Promise<readonly Outcome[]> {
    const decoded = await mapInTurns(records, (record) => ({ record, event: decode(indexedArticle, record.value) }));
    const valid = decoded.flatMap(({ record, event }) => (event.ok ? [{ record, article: event.value }] : []));
    const stored = await this.store.put(await mapInTurns(valid, ({ record, article }) => toStored(article, record.value)));
    const current = valid.filter((_, i) => stored[i]?.kind === 'written' || stored[i]?.kind === 'same');
    const indexed = await this.index.put(await mapInTurns(current, ({ article }) => toSearchDocument(article)));
    await this.index.refresh();
    const now = new Date();
    const byArticle = new Map<SearchedArticle, IndexOutcome | null>(current.map(({ article }, i) => [article, indexed[i] ?? null]));
    const outcomes = new Map<SearchedArticle, Outcome>();
    for (const [i, { article }] of valid.entries()) {
      const kept = stored[i];
      if (kept === undefined) throw new Error('the article store gave no outcome for an article');
      outcomes.set(article, decide(article, kept, byArticle.get(article) ?? null, now.toISOString()));
      if (kept.kind === 'written') this.metrics.searchableAfter(lane, (now.getTime() - Date.parse(article.receivedAt)) / 1000);
    }
    return decoded.map(({ event }) => outcomeOf(event, outcomes));
  }
}

function outcomeOf(event: Decoded<SearchedArticle>, outcomes: ReadonlyMap<SearchedArticle, Outcome>): Outcome {
  if (!event.ok) return quarantine('invalid-message', event.detail);
  const outcome = outcomes.get(event.value);
  if (outcome === undefined) throw new Error('an article was left without outcome');
  return outcome;
}
