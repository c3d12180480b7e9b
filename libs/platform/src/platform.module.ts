import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { STAGES } from '@wenliu/contracts';
import { Runner, systemClock } from '@wenliu/pipeline';
import { ArticleStore, Ledger, MessageLog, OriginalStore, SearchIndex } from '@wenliu/ports';
import { Registry } from 'prom-client';
import { DiskRoom } from './disk-room.js';
import { HealthController } from './health.controller.js';
import { LogTransport } from './log-transport.js';
import { measuredPort, type CallObserver } from './measured-port.js';
import { MetricsController } from './metrics.controller.js';
import { PipelineMetrics } from './pipeline-metrics.js';
import { PipelineMonitor } from './pipeline-monitor.js';
import type { PlatformSettings } from './platform.settings.js';
import type { PortSet } from './profiles/ports.js';
import { Readiness } from './readiness.js';
import { SourceProblems } from './source-problems.js';
import { topicSpecs } from './topic-specs.js';

/** Binds the ports to a profile's adapters and gives every service metrics, health and the runner. Imported once, by the root. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(settings: PlatformSettings, unmeasured: PortSet, disk = new DiskRoom(null)): DynamicModule {
    const metrics = new PipelineMetrics(new Registry());
    const ports = measured(unmeasured, metrics);
    const monitor = new PipelineMonitor(metrics, STAGES, Date.now);
    const runner = new Runner(ports.log, systemClock, monitor);
    const transport = new LogTransport(ports.log, runner, topicSpecs(settings));
    const stores = [
      { provide: Ledger, useValue: ports.ledger },
      { provide: ArticleStore, useValue: ports.articles },
      { provide: SearchIndex, useValue: ports.search },
      { provide: OriginalStore, useValue: ports.originals },
    ];
    const providers = [
      { provide: MessageLog, useValue: ports.log },
      // A service that needs one that is not here fails at start, with its name.
      ...stores.filter(({ useValue }) => useValue !== undefined),
      { provide: PipelineMetrics, useValue: metrics },
      { provide: PipelineMonitor, useValue: monitor },
      { provide: DiskRoom, useValue: disk },
      { provide: LogTransport, useValue: transport },
      { provide: Readiness, useValue: new Readiness() },
      { provide: SourceProblems, useValue: new SourceProblems(() => new Date()) },
    ];
    return {
      module: PlatformModule,
      imports: [TerminusModule.forRoot({ logger: false })],
      controllers: [HealthController, MetricsController],
      providers,
      exports: providers.map(({ provide }) => provide),
    };
  }
}

function measured(ports: PortSet, metrics: PipelineMetrics): PortSet {
  const entries = Object.entries(ports).map(([name, port]: [string, object]) => {
    const told: CallObserver = (call, outcome, seconds) => metrics.called(name, call, outcome, seconds);
    // `close` is no port.
    return [name, typeof port === 'function' ? port : measuredPort(port, told)];
  });
  // Each entry stands for one of the same type.
  return Object.fromEntries(entries) as PortSet;
}
