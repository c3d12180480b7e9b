import { messageLogContract } from '@wenliu/ports/message-log.contract';
import { openTemporary } from './temporary-engine.fixture.js';

messageLogContract(
  'sqlite',
  async () => {
    const temporary = await openTemporary();
    return {
      log: temporary.engine.log,
      reopen: async () => (await temporary.reopen()).log,
      dispose: () => temporary.dispose(),
    };
  },
  { survivesRestart: true, retention: true, sharesGroups: false, denseOffsets: true },
);
