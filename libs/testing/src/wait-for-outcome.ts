import { outcomeRecorded, OutcomeRecorded, type Hop } from '@wenliu/contracts';
import type { MessageLog } from '@wenliu/ports';

export interface WaitedHop extends Hop {
  stage: string;
}

/** The first outcome of a subject, of the stage if one is named, as soon as it is recorded. */
export async function waitForOutcome(log: MessageLog, subject: string, { stage = null, seconds = 10 }: { stage?: string | null; seconds?: number } = {}): Promise<WaitedHop> {
  const late = AbortSignal.timeout(seconds * 1_000);
  const positions = new Map<number, number>();
  while (!late.aborted) {
    for (const { partition } of await log.partitions(outcomeRecorded.name)) {
      const records = await log.read(outcomeRecorded.name, partition, positions.get(partition) ?? 0, 1_000);
      for (const { offset, value } of records) {
        positions.set(partition, offset + 1);
        const event = OutcomeRecorded.parse(JSON.parse(new TextDecoder().decode(value)));
        const hop = stage === null || stage === event.stage ? event.hops.find((one) => one.subject === subject) : undefined;
        if (hop !== undefined) return { ...hop, stage: event.stage };
      }
    }
    await log.waitFor(outcomeRecorded.name, positions, late);
  }
  throw new Error(`no outcome of ${subject}${stage === null ? '' : ` by ${stage}`} within ${seconds} s`);
}
