export { KafkaMessageLog } from './kafka-message-log.js';
export type { KafkaLogEntry, KafkaOptions, KafkaSasl } from './options.js';
export type { TopicDifference } from './topics.js';
