import { Module, type DynamicModule } from '@nestjs/common';
import { Ledger, MessageLog, OriginalStore } from '@wenliu/ports';
import { DiskRoom, PipelineMetrics, PipelineMonitor, SourceProblems } from '@wenliu/platform';
import type { z } from 'zod';
import { Backpressure } from './backpressure.js';
import { Completion } from './completion.js';
import { DocumentsController } from './documents.controller.js';
import { InboxSource } from './inbox.source.js';
import { IngestConfig, type ingestSettings } from './ingest.settings.js';
import { Receiver } from './receiver.js';
import { ReprocessController } from './reprocess.controller.js';
import { SplitPool } from './split-pool.js';
import { SplitStage } from './split.stage.js';

/** Takes documents in and splits them into articles. Ports come from the platform module. */
@Module({})
export class IngestModule {
  static forRoot(settings: z.infer<typeof ingestSettings>): DynamicModule {
    return {
      module: IngestModule,
      controllers: [DocumentsController, ReprocessController, SplitStage],
      providers: [
        { provide: IngestConfig, useValue: new IngestConfig(settings) },
        SplitPool,
        { provide: Completion, inject: [Ledger, PipelineMetrics], useFactory: (ledger: Ledger, metrics: PipelineMetrics) => new Completion(ledger, metrics) },
        {
          provide: Receiver,
          inject: [OriginalStore, MessageLog, Ledger, PipelineMetrics],
          useFactory: (...ports: ConstructorParameters<typeof Receiver>) => new Receiver(...ports),
        },
        {
          provide: Backpressure,
          inject: [MessageLog, PipelineMonitor, DiskRoom, IngestConfig],
          useFactory: (...needs: ConstructorParameters<typeof Backpressure>) => new Backpressure(...needs),
        },
        {
          provide: InboxSource,
          inject: [Receiver, Backpressure, IngestConfig, PipelineMetrics, SourceProblems],
          useFactory: (receiver: Receiver, backpressure: Backpressure, config: IngestConfig, metrics: PipelineMetrics, problems: SourceProblems) =>
            new InboxSource(receiver, backpressure, config, { metrics, problems }),
        },
      ],
      exports: [Receiver],
    };
  }
}
