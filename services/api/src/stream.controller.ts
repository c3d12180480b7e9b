import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { parseQueryText } from './search-parameters.js';
import { ArticleStream } from './article-stream.js';

@ApiTags('articles')
@Controller('v1/stream')
export class StreamController {
  constructor(private readonly streams: ArticleStream) {}

  @Get()
  @ApiOperation({
    summary: 'Tagged articles as they come, as server-sent events of type `article`.',
    description: 'Resumed from the log by Last-Event-ID; without it, from now on. `from=start` begins at the oldest article the log keeps.',
  })
  @ApiProduces('text/event-stream')
  @ApiQuery({ name: 'q', required: false, description: 'Only articles that match this query.' })
  @ApiQuery({ name: 'from', required: false, description: '`start`, or a time in ISO 8601.' })
  @ApiHeader({ name: 'last-event-id', required: false })
  async stream(
    @Query('q') q: string | undefined,
    @Query('from') from: string | undefined,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const query = parseQueryText(q ?? '');
    const positions = await this.streams.positions(lastEventId, from);
    reply.hijack();
    await this.streams.run(reply.raw, query, positions);
  }
}
