import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { documentReceived, outcomeRecorded, STAGES, TOPICS } from '@wenliu/contracts';
import { findPipeFaults, type Runner, type Outcome, type Stage } from '@wenliu/pipeline';
import type { MessageLog, TopicSpec } from '@wenliu/ports';
import { lastValueFrom } from 'rxjs';
import type { StageBatch, StageDefinition } from './stage.decorator.js';

/** Time a stop leaves to batches under way. Stopping as a whole has 10 s. */
const DRAIN_MS = 6_000;

/** Topics that no stage forwards to. */
const FED_FROM_OUTSIDE = [documentReceived.name, outcomeRecorded.name];

/** Carries Nest's event handlers over the MessageLog port: each handler with a stage definition runs under the one runner. */
export class LogTransport extends Server implements CustomTransportStrategy {
  private stopping: Promise<void> | null = null;
  /** A start that failed may be tried again: it goes on where it was. */
  private readonly started = new Set<string>();

  constructor(
    private readonly log: MessageLog,
    private readonly runner: Runner,
    private readonly topics: readonly TopicSpec[],
  ) {
    super();
  }

  listen(callback: (error?: unknown) => void): void {
    this.start().then(
      () => callback(),
      (error: unknown) => callback(error),
    );
  }

  /** Drains. Called by the shutdown before HTTP closes, and again by Nest. */
  close(): Promise<void> {
    this.stopping ??= this.runner.stop(DRAIN_MS);
    return this.stopping;
  }

  /** The stages that the application's controllers declare. */
  stages(): Stage[] {
    return [...this.messageHandlers.entries()].map(([pattern, handler]) => this.toStage(pattern, handler));
  }

  // Nothing is emitted by a log; required by Nest's abstract class.
  on(): never {
    throw new Error('the log transport has no events of its own');
  }
  unwrap(): never {
    throw new Error('inject MessageLog instead of unwrapping the transport');
  }

  private async start(): Promise<void> {
    const names = TOPICS.map((topic) => topic.name);
    const faults = findPipeFaults(STAGES, names, FED_FROM_OUTSIDE);
    if (faults.length > 0) throw new Error(`the stages do not fit together:\n${faults.join('\n')}`);
    await this.log.createTopics(this.topics);
    const waiting = this.stages().filter(({ name }) => !this.started.has(name));
    const results = await Promise.allSettled(waiting.map((stage) => this.startStage(stage)));
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }

  private async startStage(stage: Stage): Promise<void> {
    await this.runner.start(stage);
    this.started.add(stage.name);
  }

  private toStage(pattern: string, handler: MessageHandler): Stage {
    // Set by StageHandler; a handler bound in any other way has none.
    const definition = (handler.extras as { stage?: StageDefinition } | undefined)?.stage;
    if (definition === undefined) throw new Error(`the handler of ${pattern} is not a stage: bind it with @StageHandler`);
    return {
      ...definition,
      handle: async (records, { lane, signal }) => {
        const batch: StageBatch = { records, lane, signal };
        const result: unknown = await handler(batch);
        // The decorated method's return type; the runner checks the number of outcomes.
        return (await lastValueFrom(this.transformToObservable(result))) as readonly Outcome[];
      },
    };
  }
}
