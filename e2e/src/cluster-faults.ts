import { setTimeout as delay } from 'node:timers/promises';
import { startEngine, type RunningEngine } from '@wenliu/engines';
import { Client } from './client.js';
import type { Contents } from './contents.js';
import { createDocuments, type GeneratedDocument } from './documents.js';
import { embedded } from './embedded.js';
import { planFaults, type FaultSizes, type TimedFault } from './fault-plan.js';
import { Fleet } from './fleet.js';
import { Publisher } from './publisher.js';
import { undisturbed } from './undisturbed.js';
import { verifyCluster } from './verify-cluster.js';
import { VersionWatch } from './version-watch.js';

export interface FaultReport {
  sizes: FaultSizes;
  seconds: number;
  /** Each fault in words, as it happened. */
  told: string[];
  publisher: Publisher;
  watch: VersionWatch;
  /** From start to ready of services, seconds. */
  starts: readonly number[];
  drainSeconds: number;
  /** What must not be; empty where the run held. */
  faults: string[];
}

const NAMESPACE = 'faults';
const WATCHED = 150;
const JOIN_EVERY_MS = 3_000;
const MOST_EXTRAS = 3;

/** Engines that are killed belong to the run. */
interface Engines {
  kafka: RunningEngine;
  mongodb: RunningEngine;
  opensearch: RunningEngine;
}

async function startEngines(): Promise<Engines> {
  const [kafka, mongodb, opensearch] = [await startEngine('kafka'), await startEngine('mongodb'), await startEngine('opensearch')];
  process.env['WENLIU_KAFKA_BROKERS'] = kafka.address;
  process.env['WENLIU_MONGODB_URI'] = mongodb.address;
  process.env['WENLIU_OPENSEARCH_URL'] = opensearch.address;
  return { kafka, mongodb, opensearch };
}

/**
 * The four services as four processes over engines of their own. While documents are pushed, services and engines are killed, stopped
 * and joined as the seed says; afterwards there must be what an embedded server has to which nothing happened.
 */
export async function runClusterFaults(sizes: FaultSizes, tell: (line: string) => void): Promise<FaultReport> {
  const documents = createDocuments(sizes.seed, sizes.documents);
  const expected = await undisturbed(embedded, documents);
  tell(`${expected.ids.length} articles expected, as an embedded server has them`);
  const engines = await startEngines();
  try {
    const fleet = await Fleet.start({
      WENLIU_KAFKA_BROKERS: engines.kafka.address,
      WENLIU_MONGODB_URI: engines.mongodb.address,
      WENLIU_OPENSEARCH_URL: engines.opensearch.address,
      WENLIU_NAMESPACE: NAMESPACE,
      WENLIU_KAFKA_PARTITIONS: '4',
    });
    try {
      return await new FaultRun(sizes, engines, fleet, tell).run(documents, expected);
    } finally {
      await fleet.dispose();
    }
  } finally {
    await Promise.all([engines.kafka, engines.mongodb, engines.opensearch].map((engine) => engine.stop()));
    await embedded.dispose();
  }
}

class FaultRun {
  private readonly told: string[] = [];

  constructor(
    private readonly sizes: FaultSizes,
    private readonly engines: Engines,
    private readonly fleet: Fleet,
    private readonly tell: (line: string) => void,
  ) {}

  async run(documents: readonly GeneratedDocument[], expected: Contents): Promise<FaultReport> {
    const began = performance.now();
    const publisher = new Publisher(this.fleet.url('ingest'));
    const changing = expected.articles.filter(({ version }) => version > 1_000).slice(0, WATCHED);
    const watch = new VersionWatch(this.fleet.url('api'), new Map(changing.map(({ id, title }) => [id, title])));
    const plan = planFaults(this.sizes);
    const parts = plan.length + 1;
    const part = (n: number) => documents.slice(Math.floor((n * documents.length) / parts), Math.floor(((n + 1) * documents.length) / parts));
    for (const [n, fault] of plan.entries()) {
      const sending = publisher.send(part(n));
      await Promise.all([sending, this.meet(fault)]);
      this.say(began, `${n + 1} of ${plan.length}: ${inWords(fault)}; ${publisher.ids.size} acknowledged`);
    }
    await publisher.send(part(plan.length));
    const sent = performance.now();
    const faults = await verifyCluster({ client: new Client(this.fleet.url('api')), namespace: NAMESPACE, ids: publisher.ids, documents: documents.length, expected });
    const drainSeconds = (performance.now() - sent) / 1_000;
    await watch.stop();
    const ended = await this.fleet.stop();
    const badEnds = ended.filter(({ code }) => code !== 0).map(({ code, signal, stderr }) => `a service left with ${code ?? signal ?? ''}: ${stderr.slice(-500)}`);
    return {
      sizes: this.sizes,
      seconds: (performance.now() - began) / 1_000,
      told: this.told,
      publisher,
      watch,
      starts: this.fleet.starts,
      drainSeconds,
      faults: [...faults, ...publisher.faults, ...watch.faults, ...badEnds],
    };
  }

  private say(began: number, line: string): void {
    const text = `${((performance.now() - began) / 1_000).toFixed(0).padStart(4)} s  ${line}`;
    this.told.push(text);
    this.tell(text);
  }

  /** Resolves when what was ended is there again. */
  private async meet(fault: TimedFault): Promise<void> {
    await delay(fault.afterMs);
    const { fleet, engines } = this;
    switch (fault.kind) {
      case 'kill':
        await fleet.kill(fault.role);
        await delay(fault.restartAfterMs);
        if (fault.againAfterMs !== null) await fleet.killWhileStarting(fault.role, fault.againAfterMs);
        return fleet.startRole(fault.role);
      case 'kill-broker':
        await engines.kafka.kill();
        await delay(fault.restartAfterMs);
        return engines.kafka.restart();
      case 'restart-index':
        if (!fault.inOrder) await engines.opensearch.kill();
        return engines.opensearch.restart();
      case 'pause':
        await fleet.startExtra(fault.role);
        fleet.pause(fault.role);
        await delay(fault.seconds * 1_000);
        fleet.resume(fault.role);
        // What it had in hand comes to its end while the other still works.
        await delay(JOIN_EVERY_MS);
        return fleet.endExtra('SIGTERM');
      case 'churn':
        return this.churn(fault.seconds);
    }
  }

  private async churn(seconds: number): Promise<void> {
    const { fleet } = this;
    const end = performance.now() + seconds * 1_000;
    for (let n = 0; performance.now() < end; n++) {
      if (n % 2 === 0 && fleet.extraCount < MOST_EXTRAS) fleet.launchExtra(n % 4 === 0 ? 'nlp' : 'indexer');
      else void fleet.endExtra(n % 3 === 0 ? 'SIGKILL' : 'SIGTERM');
      await delay(JOIN_EVERY_MS);
    }
    while (fleet.extraCount > 0) await fleet.endExtra('SIGTERM');
  }
}

function inWords(fault: TimedFault): string {
  switch (fault.kind) {
    case 'kill':
      return `kill -9 of ${fault.role}${fault.againAfterMs === null ? '' : ', twice'}`;
    case 'kill-broker':
      return 'kill -9 of Kafka';
    case 'restart-index':
      return fault.inOrder ? 'restart of OpenSearch' : 'kill -9 of OpenSearch';
    case 'pause':
      return `${fault.role} stopped for ${fault.seconds} s`;
    case 'churn':
      return `members joined and left for ${fault.seconds} s`;
  }
}
