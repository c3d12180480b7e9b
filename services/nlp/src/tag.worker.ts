import { workerData } from 'node:worker_threads';
import { createTools, type ToolOptions } from './create-tools.js';
import { tagRecord, type TagRecordResult } from './domain/tag-record.js';

// The pool passes what its owner gave as `workerData`; only nlp's own module starts this file.
const tools = await createTools(workerData as ToolOptions);

export default function tagRecords(task: { records: Uint8Array[] }): TagRecordResult[] {
  return task.records.map((record) => tagRecord(record, tools));
}
