import { setTimeout as delay } from 'node:timers/promises';
import { DocumentView, Trace } from '@wenliu/contracts';
import { Refused, type ApiClient } from '../api-client.js';
import { patiently, type Patience } from './patiently.js';

const ASK_EVERY_MS = 250;
const ASKED_AT_ONCE = 8;

export interface NotDone {
  id: string;
  detail: string;
}

/** Waits until every document is done or cannot be; returns the latter with the reason. */
export async function waitUntilDone(
  ids: Iterable<string>,
  client: ApiClient,
  watch: { patience: Patience; onDone(): void },
): Promise<NotDone[]> {
  const failed: NotDone[] = [];
  const queue = [...ids].values();
  const worker = async (): Promise<void> => {
    for (const id of queue) {
      const document = await settled(id, client, watch.patience);
      if (document.state === 'quarantined') failed.push({ id, detail: await whyQuarantined(document, client) });
      watch.onDone();
    }
  };
  await Promise.all(Array.from({ length: ASKED_AT_ONCE }, worker));
  return failed;
}

async function settled(id: string, client: ApiClient, patience: Patience): Promise<DocumentView> {
  for (;;) {
    const document = await patiently(() => client.get(`/v1/documents/${id}`, DocumentView), patience);
    if (document.state === 'done' || document.state === 'quarantined') return document;
    await delay(ASK_EVERY_MS, undefined, { signal: patience.signal });
  }
}

async function whyQuarantined({ id, name, articles }: DocumentView, client: ApiClient): Promise<string> {
  const subject = articles.find(({ state }) => state === 'quarantined')?.id ?? id;
  const hop = await client.get(`/v1/articles/${subject}/trace`, Trace).then(
    ({ hops }) => hops.findLast(({ outcome }) => outcome === 'quarantine'),
    (error: unknown) => {
      if (error instanceof Refused) return undefined;
      throw error;
    },
  );
  const reason = hop === undefined ? '' : ` at ${hop.stage}: ${hop.detail ?? hop.reason ?? ''}`;
  return `${name ?? id}: quarantined${reason}\n  see: wenliu trace ${subject}`;
}
