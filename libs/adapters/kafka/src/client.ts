import { Kafka, logLevel, type LogEntry } from 'kafkajs';
import type { KafkaLogEntry, KafkaSettings } from './options.js';

/** Lines that say nothing new are held back for so long. */
const REPEAT_MS = 60_000;
/** What a broker answers is also thrown, and told by whoever could not mend it by asking again; nobody waits for one that has no match. */
const ANSWER = /^(Connection: Response |RequestQueue: Response without match|Consumer: Restarting)/;
/** A member that the client gives up joins again, or ends the process in words of its own. */
const GIVEN_UP = /^Consumer: Crash/;
/** What belongs to normal work: a transaction meets the end of the one before it, a member joins. */
const NORMAL = /concurrent operation on (a|the same) transaction|rebalanc|re-join/i;

/** Says what the client says, once a minute each. */
function quietly(log: (entry: KafkaLogEntry) => void): (entry: LogEntry) => void {
  const saidAt = new Map<string, number>();
  return ({ level, namespace, log: { message, timestamp: _timestamp, logger: _logger, stack: _stack, ...fields } }) => {
    const text = `${namespace}: ${message}`;
    const cause: unknown = fields['error'];
    if (NORMAL.test(text) || (typeof cause === 'string' && NORMAL.test(cause))) return;
    const now = performance.now();
    if (now - (saidAt.get(text) ?? -REPEAT_MS) < REPEAT_MS) return;
    if (saidAt.size > 100) saidAt.clear();
    saidAt.set(text, now);
    log({ level: levelOf(text, level), message: text, fields });
  };
}

function levelOf(text: string, level: logLevel): KafkaLogEntry['level'] {
  if (ANSWER.test(text)) return 'debug';
  return level <= logLevel.ERROR && !GIVEN_UP.test(text) ? 'error' : 'warn';
}

let silenced = false;

/** The client asks Node for a timer in the past now and then, which is harmless; Node would say so on stderr. */
function silenceNegativeTimeouts(): void {
  if (silenced) return;
  silenced = true;
  const emit = process.emitWarning.bind(process);
  // The overloads of emitWarning differ in what stands second; all are passed on as they came.
  process.emitWarning = ((warning: string | Error, ...rest: [] | [string]) => {
    if (rest[0] !== 'TimeoutNegativeWarning') emit(warning, ...rest);
  }) as typeof process.emitWarning;
}

export function createClient(settings: KafkaSettings): Kafka {
  silenceNegativeTimeouts();
  return new Kafka({
    brokers: [...settings.brokers],
    clientId: settings.clientId,
    ssl: settings.tls,
    // The three mechanisms take the same fields, which the client's union does not say.
    ...(settings.sasl ? { sasl: { ...settings.sasl } as { mechanism: 'plain'; username: string; password: string } } : {}),
    connectionTimeout: 3_000,
    // Nothing that is asked takes long, apart from joining, which has a limit of its own.
    requestTimeout: 10_000,
    // Callers are told soon, and try again by themselves: 1.5 s in all.
    retry: { initialRetryTime: 50, factor: 0.2, multiplier: 1.6, retries: 6, maxRetryTime: 1_000 },
    logLevel: logLevel.WARN,
    logCreator: () => quietly(settings.log),
  });
}
