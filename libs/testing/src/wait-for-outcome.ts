import { outcomeRecorded, OutcomeRecorded, type Hop } from '@wenliu/contracts';
import type { MessageLog } from '@wenliu/ports';

export interface WaitedHop extends Hop {
  stage: string;
}

interface Wanted {
  subject: string;
  stage: string | null;
}

/** The first outcome of a subject, of the stage if one is named, as soon as it is recorded. */
export async function waitForOutcome(log: MessageLog, subject: string, { stage = null, seconds = 10 }: { stage?: string | null; seconds?: number } = {}): Promise<WaitedHop> {
  const late = AbortSignal.timeout(seconds * 1_000);
  const positions = new Map<number, number>();
  while (!late.aborted) {
    const hop = await look(log, positions, { subject, stage });
    if (hop !== null) return hop;
    await log.waitFor(outcomeRecorded.name, positions, late);
  }
  throw new Error(`no outcome of ${subject}${stage === null ? '' : ` by ${stage}`} within ${seconds} s`);
}

/** Looks through what was recorded since the positions, and moves them on. */
async function look(log: MessageLog, positions: Map<number, number>, wanted: Wanted): Promise<WaitedHop | null> {
  for (const { partition } of await log.partitions(outcomeRecorded.name)) {
    const records = await log.read(outcomeRecorded.name, partition, positions.get(partition) ?? 0, 1_000);
    positions.set(partition, (records.at(-1)?.offset ?? (positions.get(partition) ?? 0) - 1) + 1);
    const found = records.map(({ value }) => hopIn(value, wanted)).find((hop) => hop !== null);
    if (found !== undefined) return found;
  }
  return null;
}

function hopIn(value: Uint8Array, { subject, stage }: Wanted): WaitedHop | null {
  const event = OutcomeRecorded.parse(JSON.parse(new TextDecoder().decode(value)));
  const hop = event.hops.find((one) => one.subject === subject && (stage === null || stage === event.stage));
  return hop === undefined ? null : { ...hop, stage: event.stage };
}
