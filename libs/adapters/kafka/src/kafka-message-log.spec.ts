import { useEngine } from '@wenliu/engines/use-engine';
import { messageLogContract } from '@wenliu/ports/message-log.contract';
import { KafkaMessageLog } from './kafka-message-log.js';

await useEngine('kafka', (address) => {
  messageLogContract(
    'kafka',
    async () => {
      const open = (): KafkaMessageLog => new KafkaMessageLog({ brokers: [address] });
      let log = open();
      return {
        log,
        reopen: async () => {
          await log.close();
          log = open();
          return log;
        },
        dispose: () => log.close(),
      };
    },
    { survivesRestart: true, retention: false, sharesGroups: true, denseOffsets: false },
  );
});
