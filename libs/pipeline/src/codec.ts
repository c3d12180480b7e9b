import type { Topic } from '@wenliu/contracts';
import type { Output } from './outcome.js';

const decoder = new TextDecoder('utf-8', { fatal: true });
const encoder = new TextEncoder();

export type Decoded<T> = { ok: true; value: T } | { ok: false; detail: string };

/** Bytes of a record to a value of its topic; the detail names what is wrong and where. */
export function decode<T>(topic: Topic<T>, bytes: Uint8Array): Decoded<T> {
  let json: unknown;
  try {
    json = JSON.parse(decoder.decode(bytes));
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
  const parsed = topic.schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issue = parsed.error.issues[0];
  return { ok: false, detail: issue === undefined ? 'invalid' : `${issue.path.join('.') || 'value'}: ${issue.message}` };
}

export function encode<T>(topic: Topic<T>, key: string, version: number, value: T): Output {
  return { topic: topic.name, key, subject: key, version, value: encoder.encode(JSON.stringify(value)) };
}
