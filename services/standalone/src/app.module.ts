import { Module, type DynamicModule } from '@nestjs/common';
import { ApiModule } from '@wenliu/service-api';
import { IndexerModule } from '@wenliu/service-indexer';
import { IngestModule } from '@wenliu/service-ingest';
import { NlpModule } from '@wenliu/service-nlp';
import { PlatformModule, type Ports } from '@wenliu/platform';
import type { StandaloneSettings } from './standalone.settings.js';

/** All four services over one set of ports. */
@Module({})
export class AppModule {
  static forRoot(settings: StandaloneSettings, ports: Ports, version: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(settings, ports),
        IngestModule.forRoot(settings),
        NlpModule.forRoot(settings),
        IndexerModule,
        ApiModule.forRoot(settings, version),
      ],
    };
  }
}
