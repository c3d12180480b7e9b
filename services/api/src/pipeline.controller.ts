import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { PipelineStatus } from '@wenliu/contracts';
import { ArticleStore, Ledger, MessageLog } from '@wenliu/ports';
import { PipelineMonitor, SourceProblems } from '@wenliu/platform';
import type { About } from './about.js';
import { Quarantine } from './quarantine.js';

const STARTED_AT = new Date().toISOString();

export interface StatusNeeds {
  log: MessageLog;
  ledger: Ledger;
  articles: ArticleStore;
  monitor: PipelineMonitor;
  problems: SourceProblems;
  quarantine: Quarantine;
  about: About;
}

/** Gathers what the status page shows. */
export class StatusReader {
  constructor(private readonly needs: StatusNeeds) {}

  async read(): Promise<PipelineStatus> {
    const { log, ledger, articles, monitor, problems, quarantine, about } = this.needs;
    const [stages, articleCount, documents, quarantined] = await Promise.all([
      monitor.status(log),
      articles.count(),
      ledger.countDocuments(),
      quarantine.count(),
    ]);
    return { ...about, startedAt: STARTED_AT, stages, articles: articleCount, documents, quarantined, problems: problems.all() };
  }
}

@ApiTags('operations')
@Controller('v1/pipeline')
export class PipelineController {
  constructor(private readonly status: StatusReader) {}

  @Get()
  @ApiOperation({ summary: 'Rates, lag, outcomes and problems by stage.' })
  pipeline(): Promise<PipelineStatus> {
    return this.status.read();
  }
}
