import { PortMisconfigured, PortUnavailable } from '@wenliu/ports';

const PORT = 'message log';

/** What Kafka says to a producer whose transactional id somebody else has taken since. */
const FENCED = new Set(['INVALID_PRODUCER_EPOCH', 'PRODUCER_FENCED', 'INVALID_PRODUCER_ID_MAPPING']);
/** An operator has to change something: credentials, rights. */
const REFUSED = new Set([
  'KafkaJSSASLAuthenticationError', 'SASL_AUTHENTICATION_FAILED', 'UNSUPPORTED_SASL_MECHANISM', 'ILLEGAL_SASL_STATE',
  'TOPIC_AUTHORIZATION_FAILED', 'GROUP_AUTHORIZATION_FAILED', 'CLUSTER_AUTHORIZATION_FAILED', 'TRANSACTIONAL_ID_AUTHORIZATION_FAILED',
]);
/** Waiting does not help: what was asked is wrong. */
const FINAL = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_TOPIC_EXCEPTION', 'UNSUPPORTED_VERSION', 'TypeError', 'RangeError']);

const field = (error: unknown, name: string): unknown => (typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined);

/** Names and types of an error and of what caused it, outermost first. */
function namesOf(error: unknown): string[] {
  const names: string[] = [];
  for (let at = error, depth = 0; at !== undefined && depth < 5; at = field(at, 'cause'), depth++) {
    for (const name of [field(at, 'name'), field(at, 'type')]) if (typeof name === 'string') names.push(name);
  }
  return names;
}

export const hasType = (error: unknown, ...types: string[]): boolean => namesOf(error).some((name) => types.includes(name));
export const isFenced = (error: unknown): boolean => namesOf(error).some((name) => FENCED.has(name));

export const isRefusal = (error: unknown): boolean => namesOf(error).some((name) => REFUSED.has(name));

export const unavailable = (detail: string, cause?: unknown): PortUnavailable => new PortUnavailable(PORT, detail, { cause });

/** What callers may see: `PortUnavailable` where trying again helps, `PortMisconfigured` where Kafka refuses us, else an error of ours with the client's words. */
export function translated(error: unknown): Error {
  if (error instanceof PortUnavailable) return error;
  const said = error instanceof Error ? error.message : String(error);
  if (isRefusal(error)) return new PortMisconfigured(PORT, `Kafka refuses: ${said}`, { cause: error });
  if (namesOf(error).some((name) => FINAL.has(name))) return new Error(`Kafka refuses: ${said}`, { cause: error });
  return unavailable(said, error);
}

/** The promise's value, or `PortUnavailable` when it takes longer. */
export async function within<T>(limitMs: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unavailable(`no answer to ${what} within ${limitMs / 1_000} s`)), limitMs);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Resolves after the time, or when aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
  });
}
