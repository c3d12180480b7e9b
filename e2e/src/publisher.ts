import { setTimeout as delay } from 'node:timers/promises';
import { Receipt } from '@wenliu/contracts';
import { Client } from './client.js';
import type { GeneratedDocument } from './documents.js';

const BATCH = 25;
const AGAIN_MS = 250;
const LIMIT_MS = 300_000;

/** Sends documents and does not let go of any before it was answered. */
export class Publisher {
  /** Ids of documents, as they were acknowledged. */
  readonly ids = new Set<string>();
  requests = 0;
  accepted = 0;
  duplicates = 0;
  /** Requests without an answer: the connection was refused or cut. */
  unanswered = 0;
  /** Requests answered with 503. */
  refused = 0;
  readonly faults: string[] = [];

  constructor(private readonly url: string) {}

  async send(documents: readonly GeneratedDocument[]): Promise<void> {
    for (let from = 0; from < documents.length; from += BATCH) await this.sendBatch(documents.slice(from, from + BATCH));
  }

  private async sendBatch(documents: readonly GeneratedDocument[]): Promise<void> {
    const body = documents.map(({ article }) => JSON.stringify(article)).join('\n');
    const late = performance.now() + LIMIT_MS;
    while (performance.now() < late) {
      const receipt = await this.attempt(body);
      if (receipt !== null) return this.note(receipt);
      await delay(AGAIN_MS);
    }
    throw new Error(`a batch was not taken within ${LIMIT_MS / 1_000} s`);
  }

  private async attempt(body: string): Promise<Receipt | null> {
    this.requests++;
    const client = new Client(this.url);
    const answer = await client.send(body, { type: 'application/x-ndjson' }).catch(() => null);
    if (answer === null) {
      this.unanswered++;
      return null;
    }
    if (answer.status === 202) return Receipt.parse(answer.json());
    this.refused++;
    if (answer.status !== 503) this.faults.push(`a batch was answered with ${answer.status}: ${answer.bytes.toString('utf8').slice(0, 300)}`);
    else if (!/^\d+$/.test(answer.headers.get('retry-after') ?? '')) this.faults.push('a 503 without retry-after');
    return null;
  }

  private note({ items }: Receipt): void {
    for (const { id, outcome } of items) {
      if (id === null) this.faults.push('a good document was rejected');
      else this.ids.add(id);
      if (outcome === 'accepted') this.accepted++;
      else this.duplicates++;
    }
  }
}
