import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { articleTagged, tagArticle } from '@wenliu/contracts';
import { forward, quarantine, type Outcome } from '@wenliu/pipeline';
import { StageHandler, together, type StageBatch } from '@wenliu/platform';
import type { TagRecordResult } from './domain/tag-record.js';
import { TagPool } from './tag-pool.js';

/** Records a task: small enough that a live one never waits long for a thread, large enough that handing over costs little. */
const TASK_SIZE = 8;

@Controller()
export class TagStage {
  constructor(private readonly pool: TagPool) {}

  @StageHandler(tagArticle, { batchSize: 64 })
  async tag(@Payload() { records, lane, signal }: StageBatch): Promise<readonly Outcome[]> {
    const tasks: Promise<TagRecordResult[]>[] = [];
    for (let i = 0; i < records.length; i += TASK_SIZE) {
      const { arrays, transfer } = together(records.slice(i, i + TASK_SIZE).map((record) => record.value));
      tasks.push(this.pool.run({ records: arrays }, { lane, signal, transfer }));
    }
    return (await Promise.all(tasks)).flat().map(toOutcome);
  }
}

function toOutcome(result: TagRecordResult): Outcome {
  if (result.kind === 'quarantine') return quarantine(result.reason, result.detail);
  const { id, version, bytes } = result;
  return forward([{ topic: articleTagged.name, key: id, subject: id, version, value: bytes }], { version });
}
