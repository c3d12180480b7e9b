// Apart from the rest: the drivers of Kafka, MongoDB and OpenSearch take 30 MB that the embedded profile has no use for.
export * from './profiles/cluster.js';
export * from './profiles/cluster-topics.js';
export { kafkaWords, type EngineWords } from './profiles/engines.js';
export * from './profiles/maintenance.js';
