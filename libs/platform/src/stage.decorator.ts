import { Catch, UseFilters, type RpcExceptionFilter } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { Lane, StageSpec } from '@wenliu/contracts';
import type { Outcome, Stage } from '@wenliu/pipeline';
import type { LogRecord } from '@wenliu/ports';
import { throwError, type Observable } from 'rxjs';

export interface StageOptions {
  batchSize: number;
  timeoutMs?: number;
  maxAttempts?: number;
  recordsOutcomes?: boolean;
}

/** What a stage's method gets: `handle(batch): Promise<readonly Outcome[]>`, one outcome per record. */
export interface StageBatch {
  records: readonly LogRecord[];
  lane: Lane;
  signal: AbortSignal;
}

export type StageDefinition = Omit<Stage, 'handle'>;

/** Nest turns what a handler throws into a plain status object; the runner has to see the error itself. */
@Catch()
class RethrowFilter implements RpcExceptionFilter<unknown> {
  catch(exception: unknown): Observable<never> {
    return throwError(() => exception);
  }
}

type HandleBatch = (batch: StageBatch) => Promise<readonly Outcome[]>;

/** Binds a controller's method to the log as a stage of the pipeline. */
export function StageHandler(spec: StageSpec, options: StageOptions): (target: object, key: string, descriptor: TypedPropertyDescriptor<HandleBatch>) => void {
  const stage: StageDefinition = {
    service: spec.service,
    name: spec.name,
    input: spec.input.name,
    outputs: spec.outputs.map((topic) => topic.name),
    batchSize: options.batchSize,
    timeoutMs: options.timeoutMs ?? 30_000,
    maxAttempts: options.maxAttempts ?? 3,
    recordsOutcomes: options.recordsOutcomes ?? true,
  };
  return (target, key, descriptor) => {
    // Nest's own decorators are typed for methods of any kind of event.
    (EventPattern(spec.name, { stage }) as MethodDecorator)(target, key, descriptor);
    UseFilters(RethrowFilter)(target, key, descriptor);
  };
}
