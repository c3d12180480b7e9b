// A member of a group in a process of its own, to be paused and killed: BROKER GROUP INPUT OUTPUT NAME. Says `got`, waits for a line, then
// commits its name, and says how that ended.
import { once } from 'node:events';
import { KafkaMessageLog } from './kafka-message-log.js';

const [broker = '', group = '', topic = '', output = '', name = ''] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const log = new KafkaMessageLog({ brokers: [broker], sessionTimeoutMs: 6_000 });
await log.subscribe({ group, topic, maxRecords: 10 }, async (delivery) => {
  say('got');
  await once(process.stdin, 'data');
  const value = new TextEncoder().encode(name);
  await delivery.commit([{ topic: output, key: 'k', lane: 'live', headers: {}, value }]).then(() => say('committed'), () => say('refused'));
});
say('subscribed');
