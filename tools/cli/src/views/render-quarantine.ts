import type { QuarantineDetail, QuarantineEntry } from '@wenliu/contracts';
import type { z } from 'zod';
import { toTable } from './table.js';

export function renderEntries(total: number, items: readonly QuarantineEntry[]): string {
  if (total === 0) return 'nothing is in quarantine\n';
  const rows = items.map(({ id, at, reason, attempts, detail }) => [id, at, reason, `${attempts}×`, oneLine(detail ?? '')]);
  const more = total > items.length ? `${items.length} of ${total} shown; --limit shows more\n` : '';
  return `${toTable(rows)}${more}`;
}

/** One entry with its untouched bytes; what is no text is shown as base64. */
export function renderEntry(entry: z.infer<typeof QuarantineDetail>): string {
  const { id, stage, reason, class: kind, detail, attempts, at, bytes, key, origin, redrivenAt } = entry;
  const rows = [
    ['id', id],
    ['stage', stage],
    ['reason', `${reason} (${kind})`],
    ['detail', detail ?? '-'],
    ['attempts', String(attempts)],
    ['at', at],
    ['key', key],
    ['origin', `${origin.topic}/${origin.partition}/${origin.offset}`],
    ['sent back', redrivenAt ?? 'no'],
    ['bytes', String(bytes)],
  ];
  return `${toTable(rows)}\n${entry.text ?? entry.content}\n`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 160);
