import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { MessageLog } from '@wenliu/ports';
import { LogTransport } from './log-transport.js';
import { PipelineMetrics } from './pipeline-metrics.js';
import { PipelineMonitor } from './pipeline-monitor.js';

@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: PipelineMetrics,
    private readonly monitor: PipelineMonitor,
    private readonly log: MessageLog,
    private readonly transport: LogTransport,
  ) {}

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async scrape(): Promise<string> {
    for (const stage of this.transport.stages()) {
      this.metrics.setLag(`wenliu.${stage.service}.${stage.name}`, stage.input, await this.monitor.lag(this.log, stage));
    }
    return this.metrics.registry.metrics();
  }
}
