import type { PipelineStatus, SearchResult } from '@wenliu/contracts';
import { startEngine, type RunningEngine } from '@wenliu/engines';
import { cpuSecondsOf, memoryMbOf } from '../process-figures.js';
import { get, post, type Target } from '../target.js';
import { WenliuProcess } from '../wenliu-process.js';

export const ROLES = ['ingest', 'nlp', 'indexer', 'api'] as const;
export type Role = (typeof ROLES)[number];
export const ENGINE_NAMES = ['kafka', 'mongodb', 'opensearch'] as const;
export type Engines = Readonly<Record<(typeof ENGINE_NAMES)[number], RunningEngine>>;

/** The services of the cluster profile, a process each, over engines of their own. */
export class ClusterUnderTest implements Target {
  private readonly services = new Map<Role, WenliuProcess>();

  private constructor(
    readonly engines: Engines,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  static async start(env: Readonly<Record<string, string>> = {}): Promise<ClusterUnderTest> {
    const engines: Engines = { kafka: await startEngine('kafka'), mongodb: await startEngine('mongodb'), opensearch: await startEngine('opensearch') };
    return new ClusterUnderTest(engines, {
      WENLIU_KAFKA_BROKERS: engines.kafka.address,
      WENLIU_MONGODB_URI: engines.mongodb.address,
      WENLIU_OPENSEARCH_URL: engines.opensearch.address,
      WENLIU_KAFKA_PARTITIONS: '4',
      ...env,
    });
  }

  async startServices(roles: readonly Role[]): Promise<void> {
    for (const role of roles) this.services.set(role, await WenliuProcess.start(['serve', role, '--port', '0'], this.env));
  }

  async stopServices(roles: readonly Role[]): Promise<void> {
    for (const role of roles) await this.of(role).stop();
    for (const role of roles) this.services.delete(role);
  }

  status(): Promise<PipelineStatus> {
    return get(`${this.of('api').url}/v1/pipeline`);
  }

  search(parameters: string): Promise<SearchResult> {
    return get(`${this.of('api').url}/v1/articles?${parameters}`);
  }

  push(body: string | Uint8Array, contentType: string, parameters = ''): Promise<void> {
    return post(`${this.of('ingest').url}/v1/documents?${parameters}`, body, contentType);
  }

  memoryMb(role: Role): number {
    return this.of(role).memoryMb();
  }

  engineMemoryMb(name: keyof Engines): number {
    return memoryMbOf(this.engines[name].pid);
  }

  /** Time on processors until now, seconds: engines and services. */
  cpuSeconds(): Readonly<Record<string, number>> {
    const engines = ENGINE_NAMES.map((name) => [name, cpuSecondsOf(this.engines[name].pid)] as const);
    const services = [...this.services].map(([role, { pid }]) => [role, cpuSecondsOf(pid)] as const);
    return Object.fromEntries([...engines, ...services]);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.services.values()].map((service) => service.stop()));
    await Promise.all(Object.values(this.engines).map((engine) => engine.stop()));
  }

  private of(role: Role): WenliuProcess {
    const service = this.services.get(role);
    if (service === undefined) throw new Error(`${role} was not started`);
    return service;
  }
}
