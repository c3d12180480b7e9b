import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { FACET_FIELDS, type SearchResult, type TaggedArticle, type Trace } from '@wenliu/contracts';
import { ArticleStore, Ledger, SearchIndex } from '@wenliu/ports';
import { notFound } from '@wenliu/platform';
import { parseSearchParameters } from './search-parameters.js';
import { toSearchResult } from './domain/search-result.js';
import { parseArticle } from './domain/summary.js';
import { articleTrace, documentTrace } from './domain/trace.js';

@ApiTags('articles')
@Controller('v1/articles')
export class ArticlesController {
  constructor(
    private readonly index: SearchIndex,
    private readonly store: ArticleStore,
    private readonly ledger: Ledger,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Search articles: words, "exact phrases", filters; best or newest first.' })
  @ApiQuery({ name: 'q', required: false, description: 'Query; see docs/query.md.' })
  @ApiQuery({ name: 'from', required: false, description: 'First day, YYYY-MM-DD.' })
  @ApiQuery({ name: 'to', required: false, description: 'Last day, YYYY-MM-DD.' })
  @ApiQuery({ name: 'month', required: false, description: 'YYYY-MM' })
  @ApiQuery({ name: 'sort', required: false, enum: ['relevance', 'date'] })
  @ApiQuery({ name: 'size', required: false, type: 'integer', description: '1 to 1,000; 20 where not given.' })
  @ApiQuery({ name: 'cursor', required: false, description: 'The `next` of the page before.' })
  @ApiQuery({ name: 'facets', required: false, description: `Comma list of ${FACET_FIELDS.join(', ')}, month.` })
  @ApiResponse({ status: 200, description: 'A page of results.' })
  @ApiResponse({ status: 400, description: 'Wrong query or parameter, with position and hint.' })
  async search(@Query() raw: Record<string, unknown>): Promise<SearchResult> {
    const started = performance.now();
    const { request, query } = parseSearchParameters(raw);
    const page = await this.index.search(request);
    const articles = await this.store.get(page.hits.map(({ id }) => id));
    return toSearchResult(page, articles, query, performance.now() - started);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One article with everything found in it.' })
  @ApiResponse({ status: 404, description: 'There is none.' })
  async article(@Param('id') id: string): Promise<TaggedArticle> {
    const [stored] = await this.store.get([id]);
    if (stored === null || stored === undefined || stored.retracted) throw notFound('article', id);
    return parseArticle(stored.body);
  }

  @Get(':id/trace')
  @ApiOperation({ summary: 'Where an article or document went and why, oldest first.' })
  async trace(@Param('id') id: string): Promise<Trace> {
    const document = await this.ledger.document(id);
    if (document !== null) return { id, hops: documentTrace(document) };
    const [own, [stored]] = await Promise.all([this.ledger.trace(id), this.store.get([id])]);
    if (own.length === 0 && (stored === null || stored === undefined)) throw notFound('article', id);
    const origin = stored === null || stored === undefined ? null : await this.ledger.document(stored.documentId);
    return { id, hops: articleTrace(own, origin) };
  }
}
