import { messageLogContract } from '@wenliu/ports/message-log.contract';
import { InMemoryMessageLog } from './in-memory-message-log.js';

messageLogContract(
  'in memory',
  async () => {
    const log = new InMemoryMessageLog();
    return { log, dispose: () => log.close() };
  },
  { survivesRestart: false, retention: true, sharesGroups: false, denseOffsets: true },
);
