import { Module, type DynamicModule } from '@nestjs/common';
import { ApiModule, type About } from '@wenliu/service-api';
import { IndexerModule } from '@wenliu/service-indexer';
import { IngestModule } from '@wenliu/service-ingest';
import { NlpModule } from '@wenliu/service-nlp';
import { DiskRoom, PlatformModule, type PortSet } from '@wenliu/platform';
import type { Role } from './roles.js';
import type { Settings } from './settings.js';

export interface AppOptions {
  roles: readonly Role[];
  settings: Settings;
  ports: PortSet;
  about: About;
}

/** The services of the roles over one set of ports. */
@Module({})
export class AppModule {
  static forRoot({ roles, settings, ports, about }: AppOptions): DynamicModule {
    const services: Readonly<Record<Role, () => DynamicModule>> = {
      ingest: () => IngestModule.forRoot(settings),
      nlp: () => NlpModule.forRoot(settings),
      indexer: () => ({ module: IndexerModule }),
      api: () => ApiModule.forRoot(settings, about),
    };
    const disk = new DiskRoom(about.profile === 'embedded' ? settings.WENLIU_DATA : null);
    return { module: AppModule, imports: [PlatformModule.forRoot(settings, ports, disk), ...roles.map((role) => services[role]())] };
  }
}
