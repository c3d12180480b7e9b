import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Sha256, type DocumentArticles, type DocumentPage, type DocumentView } from '@wenliu/contracts';
import { ArticleStore, Ledger, OriginalStore, SearchIndex, type LedgerDocument } from '@wenliu/ports';
import { badParameter, notFound, ProblemError } from '@wenliu/platform';
import { decodeBytes, decodeHtml } from '@wenliu/text';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { headsOf, livingArticles } from './domain/document-articles.js';
import { productsOf, toDocumentView } from './domain/document-view.js';

const ListParameters = z.strictObject({ after: Sha256.optional(), size: z.coerce.number().pipe(z.int().min(1).max(1_000)).default(100) });

@ApiTags('documents')
@Controller('v1/documents')
export class DocumentViewsController {
  constructor(
    private readonly ledger: Ledger,
    private readonly index: SearchIndex,
    private readonly originals: OriginalStore,
    private readonly store: ArticleStore,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All documents that were ever accepted, by id: what a copy of this Wenliu is made from.' })
  @ApiQuery({ name: 'after', required: false, description: '`next` of the page before.' })
  @ApiQuery({ name: 'size', required: false, description: '1 to 1,000; 100 where not given.' })
  async list(@Query() query: Record<string, string | undefined>): Promise<DocumentPage> {
    const parsed = ListParameters.safeParse(query);
    if (!parsed.success) throw badParameter(parsed.error.issues[0]?.path.join('.') ?? 'query', parsed.error.issues[0]?.message ?? 'invalid');
    const { after, size } = parsed.data;
    const items = await this.ledger.documents(after ?? null, size);
    return { items, next: items.length < size ? null : (items.at(-1)?.id ?? null) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'State and articles of a document; `done` when every article is searchable.' })
  @ApiResponse({ status: 404, description: 'There is none.' })
  async document(@Param('id') id: string): Promise<DocumentView> {
    const found = await this.find(id);
    const ids = productsOf(found).map((product) => product.id);
    return toDocumentView(found, await this.index.versions(ids), await this.ledger.lastHops(ids));
  }

  @Get(':id/articles')
  @ApiOperation({ summary: 'The living articles printed in a document, with those that parts of it were joined to.' })
  @ApiResponse({ status: 404, description: 'There is none.' })
  async articles(@Param('id') id: string): Promise<DocumentArticles> {
    const own = await this.store.get(productsOf(await this.find(id)).map((product) => product.id));
    const heads = await this.store.get(headsOf(own));
    return { items: livingArticles(own, heads) };
  }

  @Get(':id/original')
  @ApiOperation({ summary: 'The kept bytes; with `as=text` decoded, in UTF-8.' })
  @ApiQuery({ name: 'as', required: false, enum: ['text'] })
  async original(@Param('id') id: string, @Query('as') as: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const { document } = await this.find(id);
    const bytes = await this.originals.get(id);
    if (bytes === null) throw notFound('original of document', id);
    // Never as HTML: what was pushed must not run in the page of this origin.
    void reply.header('content-disposition', 'inline').type('text/plain; charset=utf-8');
    if (as === 'text') {
      const decoding = document.mediaType === 'text/html' ? decodeHtml(bytes, document.encoding) : decodeBytes(bytes, document.encoding);
      if (decoding.kind === 'failed') throw new ProblemError(422, 'undecodable-bytes', 'The document is in no known encoding', decoding.detail);
      await reply.send(decoding.text);
    } else {
      void reply.header('content-disposition', 'attachment').type('application/octet-stream');
      await reply.send(Buffer.from(bytes));
    }
  }

  private async find(id: string): Promise<LedgerDocument> {
    const found = await this.ledger.document(id);
    if (found === null) throw notFound('document', id);
    return found;
  }
}
