import type { DocumentReceived, TraceHop } from '@wenliu/contracts';
import type { LedgerDocument } from '@wenliu/ports';

/** The way of a document: received, then what its stages said. */
export function documentTrace({ document, hops }: LedgerDocument): TraceHop[] {
  return [receivedHop(document), ...hops.map(({ service, stage, at, outcome, reason, detail, version }) => ({ service, stage, at, outcome, reason, detail, version }))];
}

/** The way of an article begins with its document's; versions that other documents gave it may be older. */
export function articleTrace(own: readonly TraceHop[], document: LedgerDocument | null): TraceHop[] {
  const hops = document === null ? [...own] : [...documentTrace(document), ...own];
  return hops.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

const receivedHop = ({ receivedAt }: DocumentReceived): TraceHop => ({
  service: 'ingest',
  stage: 'receive-document',
  at: receivedAt,
  outcome: 'accepted',
  reason: null,
  detail: null,
  version: null,
});
