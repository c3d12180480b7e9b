import { Module, type DynamicModule, type OnModuleDestroy } from '@nestjs/common';
import { ArticleStore, Ledger, MessageLog } from '@wenliu/ports';
import { PipelineMonitor, SourceProblems } from '@wenliu/platform';
import { ApiConfig, type ApiSettings } from './api.settings.js';
import type { About } from './about.js';
import { ArticleStream } from './article-stream.js';
import { ArticlesController } from './articles.controller.js';
import { DocumentViewsController } from './document-views.controller.js';
import { PipelineController, StatusReader } from './pipeline.controller.js';
import { Quarantine } from './quarantine.js';
import { QuarantineController } from './quarantine.controller.js';
import { StreamController } from './stream.controller.js';

/** Answers queries. Reads only; ports come from the platform module. */
@Module({})
export class ApiModule implements OnModuleDestroy {
  constructor(private readonly streams: ArticleStream) {}

  static forRoot(settings: ApiSettings, about: About): DynamicModule {
    return {
      module: ApiModule,
      controllers: [ArticlesController, DocumentViewsController, PipelineController, QuarantineController, StreamController],
      providers: [
        { provide: ApiConfig, useValue: new ApiConfig(settings) },
        { provide: Quarantine, inject: [MessageLog], useFactory: (log: MessageLog) => new Quarantine(log) },
        { provide: ArticleStream, inject: [MessageLog, ApiConfig], useFactory: (log: MessageLog, config: ApiConfig) => new ArticleStream(log, config) },
        {
          provide: StatusReader,
          inject: [MessageLog, Ledger, ArticleStore, PipelineMonitor, SourceProblems, Quarantine],
          useFactory: (
            log: MessageLog,
            ledger: Ledger,
            articles: ArticleStore,
            monitor: PipelineMonitor,
            problems: SourceProblems,
            quarantine: Quarantine,
          ) => new StatusReader({ log, ledger, articles, monitor, problems, quarantine, about }),
        },
      ],
    };
  }

  onModuleDestroy(): void {
    this.streams.close();
  }
}
