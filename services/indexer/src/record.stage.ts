import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { outcomeRecorded, recordOutcomes } from '@wenliu/contracts';
import { decode, forward, quarantine, type Outcome } from '@wenliu/pipeline';
import { Ledger, type LogRecord, type RecordedHop } from '@wenliu/ports';
import { StageHandler, type StageBatch } from '@wenliu/platform';

/** Writes down what became of every input, for traces and document states. Its own outcomes are counted but not written. */
@Controller()
export class RecordStage {
  constructor(private readonly ledger: Ledger) {}

  // The engine may take a minute to be known as away.
  @StageHandler(recordOutcomes, { batchSize: 32, recordsOutcomes: false, timeoutMs: 300_000 })
  async record(@Payload() { records }: StageBatch): Promise<readonly Outcome[]> {
    const hops: RecordedHop[] = [];
    const outcomes = records.map((record): Outcome => {
      const found = hopsOf(record);
      if (typeof found === 'string') return quarantine('invalid-message', found);
      hops.push(...found);
      return forward([]);
    });
    await this.ledger.record(hops);
    return outcomes;
  }
}

/** The hops, or what is wrong with the record. */
function hopsOf(record: LogRecord): RecordedHop[] | string {
  const event = decode(outcomeRecorded, record.value);
  if (!event.ok) return event.detail;
  const { service, stage, at, hops } = event.value;
  return hops.map((hop) => ({ ...hop, service, stage, at, eventId: `${record.partition}/${record.offset}` }));
}
