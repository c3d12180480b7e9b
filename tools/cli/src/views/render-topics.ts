import type { StageStatus, Topic } from '@wenliu/contracts';
import { toTable } from './table.js';

export function renderTopics(topics: readonly Topic<unknown>[], stages: readonly StageStatus[] | null): string {
  const rows = topics.map(({ name, key, summary }) => [name, key, readersOf(name, stages), summary]);
  return toTable([['topic', 'key', 'read by (lag)', ''], ...rows]);
}

function readersOf(topic: string, stages: readonly StageStatus[] | null): string {
  if (stages === null) return '?';
  const readers = stages.filter((stage) => stage.topic === topic).map(({ stage, lag }) => `${stage} (${lag.live + lag.backfill})`);
  return readers.length === 0 ? '-' : readers.join(', ');
}
