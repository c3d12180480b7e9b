import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReprocessCommand, type ReprocessResult } from '@wenliu/contracts';
import { Ledger, MessageLog } from '@wenliu/ports';
import { badParameter } from '@wenliu/platform';
import { Backpressure } from './backpressure.js';
import { articlesOf, isAskedFor, isToBeSplitAgain } from './domain/reprocess.js';
import { toMessage } from './receiver.js';

/** Documents of the ledger a call. */
const PAGE = 500;

/** Splits documents again from their kept originals. */
@ApiTags('operations')
@Controller('v1/reprocess')
export class ReprocessController {
  constructor(
    private readonly ledger: Ledger,
    private readonly log: MessageLog,
    private readonly backpressure: Backpressure,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Split documents again by the rules of today; a dry run unless told otherwise.',
    description: 'Articles that stay keep their id and gain a version; those that are gone are superseded. Call again with `after` = `next` until it is null.',
  })
  async reprocess(@Body() body: unknown): Promise<ReprocessResult> {
    const parsed = ReprocessCommand.safeParse(body);
    if (!parsed.success) throw badParameter(parsed.error.issues[0]?.path.join('.') ?? 'body', parsed.error.issues[0]?.message ?? 'invalid');
    const command = parsed.data;
    if (!command.dryRun) await this.backpressure.check();
    const page = await this.ledger.documents(command.after, PAGE);
    const found = await Promise.all(page.filter((document) => isAskedFor(document, command)).map(({ id }) => this.ledger.document(id)));
    const matched = found.filter((document) => document !== null).filter((document) => isToBeSplitAgain(document, command));
    if (!command.dryRun) await this.log.append(matched.map(({ document }) => toMessage({ ...document, lane: 'backfill', reprocess: true })));
    return {
      looked: page.length,
      matched: matched.length,
      bytes: matched.reduce((sum, { document }) => sum + document.bytes, 0),
      articles: matched.reduce((sum, document) => sum + articlesOf(document), 0),
      sent: command.dryRun ? 0 : matched.length,
      next: page.length < PAGE ? null : (page.at(-1)?.id ?? null),
    };
  }
}
