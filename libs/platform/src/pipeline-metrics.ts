import type { Settled, Stage } from '@wenliu/pipeline';
import { Counter, Gauge, Histogram, collectDefaultMetrics, type Registry } from 'prom-client';
import type { CallOutcome } from './measured-port.js';
import { ProcessMetrics } from './process-metrics.js';

/** The metrics of docs/metrics.md. Names and labels are a contract: dashboards and alerts are made of them. */
export class PipelineMetrics {
  private readonly messages: Counter;
  private readonly duration: Histogram;
  private readonly batchSize: Histogram;
  private readonly lag: Gauge;
  private readonly searchable: Histogram;
  private readonly http: Histogram;
  private readonly quarantined: Counter;
  private readonly sourceProblems: Gauge;
  private readonly documents: Counter;
  private readonly bylines: Counter;
  private readonly waiting: Gauge;
  private readonly calls: Histogram;
  readonly process: ProcessMetrics;

  constructor(readonly registry: Registry) {
    const registers = [registry];
    collectDefaultMetrics({ register: registry });
    this.messages = new Counter({
      name: 'wenliu_stage_messages_total',
      help: 'Inputs that reached an outcome. The sum over outcomes is the number of messages read.',
      labelNames: ['service', 'stage', 'outcome', 'reason'],
      registers,
    });
    this.duration = new Histogram({
      name: 'wenliu_stage_duration_seconds',
      help: 'From the delivery of a batch to its commit.',
      labelNames: ['service', 'stage', 'lane'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    });
    this.batchSize = new Histogram({
      name: 'wenliu_stage_batch_size',
      help: 'Messages in a batch.',
      labelNames: ['service', 'stage'],
      buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512],
      registers,
    });
    this.lag = new Gauge({
      name: 'wenliu_log_lag_messages',
      help: 'Messages that a group has not committed yet.',
      labelNames: ['group', 'topic', 'lane'],
      registers,
    });
    this.searchable = new Histogram({
      name: 'wenliu_publish_to_searchable_seconds',
      help: 'From the receipt of a document to its article being found by search.',
      labelNames: ['lane'],
      buckets: [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800],
      registers,
    });
    this.http = new Histogram({
      name: 'wenliu_http_request_duration_seconds',
      help: 'HTTP requests by route.',
      labelNames: ['route', 'method', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    });
    this.quarantined = new Counter({
      name: 'wenliu_quarantine_messages',
      help: 'Messages put into quarantine since the start.',
      labelNames: ['stage', 'class'],
      registers,
    });
    this.sourceProblems = new Gauge({
      name: 'wenliu_source_problems',
      help: 'Files or folders of a source that cannot be read right now.',
      labelNames: ['source'],
      registers,
    });
    this.documents = new Counter({
      name: 'wenliu_source_documents_total',
      help: 'Documents handed in, by way in and outcome.',
      labelNames: ['source', 'outcome'],
      registers,
    });
    this.bylines = new Counter({
      name: 'wenliu_split_unknown_bylines_total',
      help: 'Articles with a byline of which no name was understood; it is kept as printed.',
      registers,
    });
    this.waiting = new Gauge({
      name: 'wenliu_stage_waiting',
      help: '1 while a stage of this process waits for an engine, else 0.',
      labelNames: ['service', 'stage'],
      registers,
    });
    this.calls = new Histogram({
      name: 'wenliu_port_call_duration_seconds',
      help: 'Calls of the engines behind the ports. Outcomes: done, unavailable, refused (settings or rights), failed.',
      labelNames: ['port', 'call', 'outcome'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    });
    this.process = new ProcessMetrics(registry);
  }

  /** Counters of a stage begin at 0: one that first appears at 1 has no increase for Prometheus. */
  expect({ service, name }: Pick<Stage, 'service' | 'name'>): void {
    for (const kind of ['rejected', 'failed']) this.quarantined.inc({ stage: name, class: kind }, 0);
    this.waiting.set({ service, stage: name }, 0);
  }

  setWaiting({ service, name }: Pick<Stage, 'service' | 'name'>, waits: boolean): void {
    this.waiting.set({ service, stage: name }, waits ? 1 : 0);
  }

  called(port: string, call: string, outcome: CallOutcome, seconds: number): void {
    this.calls.observe({ port, call, outcome }, seconds);
  }

  settled(stage: Stage, batch: { lane: string; seconds: number; settled: readonly Settled[] }): void {
    const { service, name } = stage;
    this.duration.observe({ service, stage: name, lane: batch.lane }, batch.seconds);
    this.batchSize.observe({ service, stage: name }, batch.settled.length);
    for (const one of batch.settled) {
      const reason = one.outcome.kind === 'forward' ? '' : one.outcome.reason;
      this.messages.inc({ service, stage: name, outcome: one.outcome.kind, reason });
      if (one.outcome.kind === 'quarantine') this.quarantined.inc({ stage: name, class: one.class });
    }
  }

  setLag(group: string, topic: string, lag: Readonly<Record<string, number>>): void {
    for (const [lane, messages] of Object.entries(lag)) this.lag.set({ group, topic, lane }, messages);
  }

  /** Nobody knows it now; an old number would say that it does not change. */
  forgetLag(): void {
    this.lag.reset();
  }

  searchableAfter(lane: string, seconds: number): void {
    this.searchable.observe({ lane }, Math.max(0, seconds));
  }

  request(route: string, method: string, status: number, seconds: number): void {
    this.http.observe({ route, method, status: String(status) }, seconds);
  }

  received(source: string, outcome: string): void {
    this.documents.inc({ source, outcome });
  }

  unknownBylines(articles: number): void {
    this.bylines.inc(articles);
  }

  setSourceProblems(source: string, problems: number): void {
    this.sourceProblems.set({ source }, problems);
  }
}
