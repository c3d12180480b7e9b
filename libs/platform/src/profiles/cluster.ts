import { openMongo, type MongoEngine } from '@wenliu/adapter-mongodb';
import { openOpenSearch, type OpenSearchEngine } from '@wenliu/adapter-opensearch';
import type { KafkaLogEntry } from '@wenliu/adapter-kafka';
import type { MessageLog } from '@wenliu/ports';
import type { ClusterSettings } from '../cluster.settings.js';
import { kafkaOptions, kafkaWords, mongoOptions, mongoWords, openKafka, openSearchOptions, openSearchWords, type EngineWords } from './engines.js';
import { NamespacedMessageLog, topicPrefix } from './namespaced-message-log.js';
import type { PortName, PortSet } from './ports.js';

export interface ClusterOptions {
  settings: ClusterSettings;
  /** Engines behind ports that nobody needs are not asked for. */
  needs: ReadonlySet<PortName>;
  log: (entry: KafkaLogEntry) => void;
  /** Something has ended that will not come back by itself; the process should end too. */
  onFatal: (error: Error) => void;
  /** Opens an engine: once, or again and again until it is there. */
  open: <T>(engine: EngineWords, open: () => Promise<T>) => Promise<T>;
}

interface Closable {
  close(): Promise<void>;
}

/** Kafka, MongoDB and OpenSearch. Where one cannot be opened the others are closed again. */
export async function openCluster({ settings, needs, log, onFatal, open }: ClusterOptions): Promise<PortSet> {
  const engines: Closable[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(engines.map((engine) => engine.close()));
  };
  const keep = async <T extends Closable>(words: EngineWords, how: () => Promise<T>): Promise<T> => {
    const engine = await open(words, how);
    engines.push(engine);
    return engine;
  };
  try {
    const messages = await keep(kafkaWords(settings), () => openKafka({ ...kafkaOptions(settings), log, onFatal }));
    const mongo = needsMongo(needs) ? await keep(mongoWords(settings), () => openMongo(mongoOptions(settings))) : null;
    const index = needs.has('search') ? await keep(openSearchWords(settings), () => openOpenSearch(openSearchOptions(settings))) : null;
    return { log: inNamespace(settings, messages), ...storesOf(mongo), ...searchOf(index), close };
  } catch (error) {
    await close();
    throw error;
  }
}

const needsMongo = (needs: ReadonlySet<PortName>): boolean => needs.has('articles') || needs.has('ledger') || needs.has('originals');

const inNamespace = ({ WENLIU_NAMESPACE: namespace }: ClusterSettings, log: MessageLog): MessageLog =>
  namespace === '' ? log : new NamespacedMessageLog(log, topicPrefix(namespace));

const storesOf = (mongo: MongoEngine | null): Partial<PortSet> =>
  mongo === null ? {} : { articles: mongo.articles, ledger: mongo.ledger, originals: mongo.originals };

const searchOf = (engine: OpenSearchEngine | null): Partial<PortSet> => (engine === null ? {} : { search: engine.search });
