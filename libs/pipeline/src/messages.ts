import { createHash } from 'node:crypto';
import { outcomeRecorded, quarantineTopic, type Hop, type Lane, type OutcomeRecorded } from '@wenliu/contracts';
import type { LogRecord, OutgoingMessage } from '@wenliu/ports';
import type { Outcome, Output } from './outcome.js';
import type { Stage } from './stage.js';

/** Settled outcome of one record, with how often its handler was called. */
export interface Settled {
  record: LogRecord;
  outcome: Outcome;
  attempts: number;
  /** `failed`: the handler threw or hung; `rejected`: it said so itself. */
  class: 'rejected' | 'failed';
}

const DETAIL_LIMIT = 500;

/** CloudEvents 1.0, binary mode. The id is made of the content's name, so a repeated event has the same one. */
export function toMessage(stage: Stage, output: Output, lane: Lane, at: string, input: LogRecord): OutgoingMessage {
  const traceparent = input.headers['traceparent'];
  return {
    topic: output.topic,
    key: output.key,
    lane,
    value: output.value,
    headers: {
      ce_specversion: '1.0',
      ce_id: `${output.subject}/${output.version}`,
      ce_type: output.topic,
      ce_source: `/wenliu/${stage.service}/${stage.name}`,
      ce_subject: output.subject,
      ce_time: at,
      'content-type': 'application/json',
      ...(traceparent === undefined ? {} : { traceparent }),
    },
  };
}

/** The untouched bytes and headers, and beside them why and from where. */
export function toQuarantine(stage: Stage, settled: Settled, at: string): OutgoingMessage | null {
  const { record, outcome } = settled;
  if (outcome.kind !== 'quarantine') return null;
  return {
    topic: quarantineTopic(stage.input, stage.name),
    key: record.key,
    lane: record.lane,
    value: record.value,
    headers: {
      ...record.headers,
      wl_stage: stage.name,
      wl_service: stage.service,
      wl_reason: outcome.reason,
      wl_detail: outcome.detail.slice(0, DETAIL_LIMIT),
      wl_class: settled.class,
      wl_attempts: String(settled.attempts),
      wl_quarantined_at: at,
      wl_origin: `${record.topic}/${record.partition}/${record.offset}`,
    },
  };
}

function toHop({ record, outcome }: Settled): Hop {
  return {
    subject: record.key,
    outcome: outcome.kind,
    reason: outcome.kind === 'forward' ? null : outcome.reason,
    detail: outcome.kind === 'quarantine' ? outcome.detail.slice(0, DETAIL_LIMIT) : null,
    version: outcome.version ?? null,
    outputs: outcome.kind === 'forward' ? [...(outcome.products ?? [])] : [],
  };
}

export function toOutcomeMessage(stage: Stage, settled: readonly Settled[], lane: Lane, at: string): OutgoingMessage {
  const event: OutcomeRecorded = { service: stage.service, stage: stage.name, at, hops: settled.map(toHop) };
  const position = settled.map(({ record }) => `${record.topic}/${record.partition}/${record.offset}`).at(0) ?? '';
  const id = createHash('sha256').update(`${stage.name}/${position}`).digest('hex');
  return {
    topic: outcomeRecorded.name,
    key: stage.name,
    lane,
    value: new TextEncoder().encode(JSON.stringify(event)),
    headers: {
      ce_specversion: '1.0',
      ce_id: id,
      ce_type: outcomeRecorded.name,
      ce_source: `/wenliu/${stage.service}/${stage.name}`,
      ce_subject: stage.name,
      ce_time: at,
      'content-type': 'application/json',
    },
  };
}
