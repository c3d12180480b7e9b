import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Body, Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DocumentHints, Lane, Source, type Receipt } from '@wenliu/contracts';
import { Ledger } from '@wenliu/ports';
import { badParameter, ProblemError } from '@wenliu/platform';
import type { FastifyRequest } from 'fastify';
import { Backpressure } from './backpressure.js';
import { documentsOf } from './domain/intake.js';
import { resolveMediaType } from './domain/media-type.js';
import { IngestConfig } from './ingest.settings.js';
import { readBody } from './read-body.js';
import { Receiver } from './receiver.js';

type Parameters = Partial<Record<'publication' | 'issueDate' | 'page' | 'url' | 'revision' | 'lane' | 'name' | 'source' | 'sourceKind', string>>;

@ApiTags('documents')
@Controller('v1/documents')
export class DocumentsController {
  constructor(
    private readonly receiver: Receiver,
    private readonly ledger: Ledger,
    private readonly backpressure: Backpressure,
    private readonly config: IngestConfig,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Take in one document or, as application/x-ndjson, a batch.',
    description: 'Accepted means: on disk, and will survive a kill. The same bytes again are a duplicate.',
  })
  @ApiConsumes('text/plain', 'text/markdown', 'text/html', 'application/json', 'application/x-ndjson')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiHeader({ name: 'idempotency-key', required: false, description: 'The same key and body within a day get the same answer.' })
  @ApiQuery({ name: 'lane', required: false, enum: ['live', 'backfill'] })
  @ApiQuery({ name: 'publication', required: false })
  @ApiQuery({ name: 'issueDate', required: false, description: 'YYYY-MM-DD' })
  @ApiQuery({ name: 'page', required: false })
  @ApiQuery({ name: 'url', required: false })
  @ApiQuery({ name: 'revision', required: false, description: 'Grows when the source corrects what it published; 1 where not given.' })
  @ApiQuery({ name: 'name', required: false, description: 'File name; decides the media type where content-type says nothing.' })
  @ApiQuery({ name: 'source', required: false, description: 'Id of the source.' })
  @ApiQuery({ name: 'sourceKind', required: false, enum: ['http', 'cli', 'seed'], description: 'How the document came; http where not given.' })
  @ApiResponse({ status: 202, description: 'An outcome per item.' })
  @ApiResponse({ status: 413, description: 'Too large.' })
  @ApiResponse({ status: 415, description: 'Unknown media type or encoding.' })
  @ApiResponse({ status: 422, description: 'Empty, or nothing in it can be read.' })
  @ApiResponse({ status: 503, description: 'Overloaded or no space: come back after `retry-after` seconds.' })
  async push(@Req() request: FastifyRequest, @Body() payload: Readable, @Query() query: Parameters): Promise<Receipt> {
    const name = query.name ?? null;
    const kind = resolveMediaType(request.headers['content-type'] ?? null, name);
    if (kind === null) throw unsupported(request.headers['content-type']);
    const lane = parseLane(query.lane);
    const source = parseSource(query);
    const hints = parseHints(query);
    await this.backpressure.check();
    const bytes = await readBody(payload, request.headers['content-encoding'], this.config.maxBytes);
    if (bytes.length === 0) throw empty();
    const key = idempotencyKey(request);
    const fingerprint = createHash('sha256').update(bytes).digest('hex');
    const before = key === null ? null : await this.answered(key, fingerprint);
    if (before !== null) return before;
    const items = [...documentsOf(bytes, kind, { name, hints })];
    if (items.length === 0) throw empty();
    const receivedAt = new Date().toISOString();
    const receipt: Receipt = { items: await this.receiver.receive(items, { source, lane, receivedAt }) };
    if (kind.kind === 'document' && receipt.items[0]?.outcome === 'rejected') throw empty();
    if (key !== null) await this.ledger.keepReceipt(key, fingerprint, receipt);
    return receipt;
  }

  private async answered(key: string, fingerprint: string): Promise<Receipt | null> {
    const kept = await this.ledger.receipt(key);
    if (kept === null) return null;
    if (kept.fingerprint === fingerprint) return kept.receipt;
    throw new ProblemError(422, 'idempotency-key-reused', 'The idempotency-key was used for another body', 'Use a new key for each new body.');
  }
}

const empty = (): ProblemError => new ProblemError(422, 'empty', 'The document is empty', 'There is nothing in the body: send the text of a page or an article.');

const unsupported = (given: string | undefined): ProblemError =>
  new ProblemError(
    415,
    'unsupported-media-type',
    'Unknown media type',
    `${given ?? 'no content-type'}: use text/plain, text/markdown, text/html, application/json or application/x-ndjson.`,
  );

function idempotencyKey(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || key.length === 0 || key.length > 200) throw badParameter('idempotency-key', 'must be 1 to 200 characters');
  return key;
}

function parseLane(text: string | undefined): Lane {
  const lane = Lane.safeParse(text ?? 'live');
  if (!lane.success) throw badParameter('lane', 'must be live or backfill');
  return lane.data;
}

function parseHints({ publication, issueDate, page, url, revision }: Parameters): DocumentHints {
  const hints = DocumentHints.safeParse({
    publication: publication ?? null,
    issueDate: issueDate ?? null,
    page: page ?? null,
    url: url ?? null,
    revision: Number(revision ?? 1),
  });
  if (hints.success) return hints.data;
  const issue = hints.error.issues[0];
  throw badParameter(issue?.path.join('.') ?? 'query', issue?.message ?? 'invalid');
}

function parseSource({ source, sourceKind }: Parameters): Source {
  const parsed = Source.safeParse({ id: source ?? sourceKind ?? 'http', kind: sourceKind ?? 'http', name: source ?? sourceKind ?? 'HTTP' });
  if (!parsed.success) throw badParameter('source', 'must not be empty, and sourceKind one of http, cli, seed');
  return parsed.data;
}
