import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { HealthCheck, HealthCheckService, HealthIndicatorService, type HealthCheckResult } from '@nestjs/terminus';
import { PipelineMonitor } from './pipeline-monitor.js';
import { Readiness } from './readiness.js';

@ApiTags('operations')
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly readiness: Readiness,
    @Inject(PipelineMonitor) private readonly monitor: PipelineMonitor,
  ) {}

  @Get('live')
  @ApiOperation({ summary: 'The process runs.' })
  @HealthCheck()
  live(): Promise<HealthCheckResult> {
    return this.health.check([]);
  }

  @Get('ready')
  @ApiOperation({ summary: 'It takes documents in and answers queries; 503 while it starts, stops or waits for an engine.' })
  @HealthCheck()
  ready(): Promise<HealthCheckResult> {
    return this.health.check([
      () => this.indicate('process', this.readiness.problems()),
      () => this.indicate('pipeline', this.monitor.problems()),
    ]);
  }

  private indicate(key: string, problems: readonly string[]) {
    const check = this.indicators.check(key);
    return problems.length === 0 ? check.up() : check.down({ problems });
  }
}
