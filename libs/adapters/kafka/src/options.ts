export interface KafkaOptions {
  /** `host:port`, at least one of the cluster. */
  readonly brokers: readonly string[];
  readonly clientId?: string;
  readonly tls?: boolean;
  readonly sasl?: KafkaSasl;
  /** Of each topic that is created: the first half carries live records, the second backfill. Even. */
  readonly partitions?: number;
  /** Copies of each topic that is created. With one, what was appended survives the end of a process, not the loss of a disk. */
  readonly replicationFactor?: number;
  /** Copies that must have a record before it counts as appended; one less than there are, by default. */
  readonly minInsyncReplicas?: number;
  /** The largest message a topic takes; brokers must allow it (`message.max.bytes`). */
  readonly maxMessageBytes?: number;
  /** A member that was not heard of for so long has lost its partitions. At least what brokers allow, 6 s. */
  readonly sessionTimeoutMs?: number;
  /** Hears what the client has to say; what it repeats within a minute is left out. */
  readonly log?: (entry: KafkaLogEntry) => void;
  /** A subscription has ended and will not come back: wrong credentials, a bug. The process should end; by default it does, by the error. */
  readonly onFatal?: (error: Error) => void;
}

export interface KafkaSasl {
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username: string;
  readonly password: string;
}

export interface KafkaLogEntry {
  readonly level: 'debug' | 'warn' | 'error';
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface KafkaSettings extends Required<Omit<KafkaOptions, 'sasl'>> {
  readonly sasl: KafkaSasl | null;
}

const MEBIBYTE = 1024 * 1024;

/** The options with their defaults. Throws where they contradict each other. */
export function settingsOf(options: KafkaOptions): KafkaSettings {
  const replicationFactor = options.replicationFactor ?? 1;
  const settings: KafkaSettings = {
    brokers: options.brokers,
    clientId: options.clientId ?? 'wenliu',
    tls: options.tls ?? false,
    sasl: options.sasl ?? null,
    partitions: options.partitions ?? 4,
    replicationFactor,
    minInsyncReplicas: options.minInsyncReplicas ?? Math.max(1, replicationFactor - 1),
    maxMessageBytes: options.maxMessageBytes ?? 16 * MEBIBYTE,
    // Ten heartbeats: a busy process is not taken for a dead one, and a dead one is noticed soon.
    sessionTimeoutMs: options.sessionTimeoutMs ?? 10_000,
    log: options.log ?? (() => undefined),
    // The client would catch what is thrown where it calls.
    onFatal: options.onFatal ?? ((error) => void setImmediate(() => { throw error; })),
  };
  if (settings.brokers.length === 0) throw new Error('Kafka needs the address of at least one broker');
  if (settings.partitions < 2 || settings.partitions % 2 !== 0) throw new Error(`a topic needs an even number of partitions, not ${settings.partitions}`);
  if (settings.minInsyncReplicas > settings.replicationFactor) {
    throw new Error(`${settings.minInsyncReplicas} copies are asked for where ${settings.replicationFactor} are kept`);
  }
  return settings;
}
