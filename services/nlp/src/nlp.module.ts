import { Module, type DynamicModule } from '@nestjs/common';
import type { NlpSettings } from './nlp.settings.js';
import { TagPool } from './tag-pool.js';
import { TagStage } from './tag.stage.js';

/** Segments and tags articles. Ports come from the platform module. */
@Module({})
export class NlpModule {
  static forRoot(settings: NlpSettings): DynamicModule {
    return {
      module: NlpModule,
      controllers: [TagStage],
      providers: [{ provide: TagPool, useFactory: () => TagPool.open(settings) }],
    };
  }
}
