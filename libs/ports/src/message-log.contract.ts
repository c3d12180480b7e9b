import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe } from '@jest/globals';
import type { MessageLog } from './message-log.js';
import { describeAppending } from './message-log-append.contract.js';
import { describeClosing } from './message-log-close.contract.js';
import { describeCommitting } from './message-log-commit.contract.js';
import { describeDelivery } from './message-log-delivery.contract.js';
import type { Fixture } from './message-log-probe.contract.js';
import { describeReading } from './message-log-read.contract.js';
import { describeRestart } from './message-log-restart.contract.js';
import { describeRetention } from './message-log-retention.contract.js';

/** Honest differences between logs. */
export interface MessageLogFeatures {
  /** What was appended and committed is there when the log is opened again. */
  survivesRestart: boolean;
  /** `retain` removes at once what it may; `false` where the engine does so in its own time. */
  retention: boolean;
  /** Members of one group share its partitions; where `false`, a second one is refused. */
  sharesGroups: boolean;
  /** Offsets of consecutive records differ by one; `false` where the engine keeps marks of its own between them. */
  denseOffsets: boolean;
}

export interface OpenedLog {
  log: MessageLog;
  /** Closes the log and opens the same data again. */
  reopen?(): Promise<MessageLog>;
  /** Closes what is open and removes the data. */
  dispose(): Promise<void>;
}

/** The promises of MessageLog, for every adapter. `open` is called once; each case has topics and groups of its own. */
export function messageLogContract(name: string, open: () => Promise<OpenedLog>, features: MessageLogFeatures): void {
  describe(`message log contract: ${name}`, () => {
    let opened: OpenedLog;
    let log: MessageLog;
    let topics = 0;
    const run = randomUUID().slice(0, 8);
    const fixture: Fixture = {
      get log() {
        return log;
      },
      topic: async (retention = null) => {
        const topic = `contract.${run}.${++topics}`;
        await log.createTopics([{ name: topic, retention }]);
        return topic;
      },
      restart: async () => {
        if (opened.reopen === undefined) throw new Error('a log that survives a restart needs `reopen`');
        log = await opened.reopen();
      },
    };
    beforeAll(async () => {
      opened = await open();
      log = opened.log;
    });
    afterAll(() => opened.dispose());

    describeAppending(fixture, features);
    describeDelivery(fixture, features);
    describeCommitting(fixture, features);
    describeClosing(fixture);
    describeReading(fixture);
    describeRetention(fixture, features);
    describeRestart(fixture, features);
  });
}
