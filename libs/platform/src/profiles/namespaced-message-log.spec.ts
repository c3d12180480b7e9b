import { messageLogContract } from '@wenliu/ports/message-log.contract';
import { InMemoryMessageLog } from '@wenliu/testing';
import { describe, expect, it } from '@jest/globals';
import { NamespacedMessageLog } from './namespaced-message-log.js';

messageLogContract(
  'namespaced',
  async () => {
    const log = new NamespacedMessageLog(new InMemoryMessageLog(), 'ns.');
    return { log, dispose: () => log.close() };
  },
  { survivesRestart: false, retention: true, sharesGroups: false, denseOffsets: true },
);

describe('NamespacedMessageLog', () => {
  it('keeps to its own names', async () => {
    const shared = new InMemoryMessageLog();
    const [one, two] = ['one.', 'two.'].map((prefix) => new NamespacedMessageLog(shared, prefix));
    for (const log of [one, two]) await log?.createTopics([{ name: 't', retention: null }]);
    await one?.append([{ topic: 't', key: 'k', lane: 'live', headers: {}, value: new Uint8Array([1]) }]);
    const sizes = async (log: NamespacedMessageLog | undefined): Promise<number> => ((await log?.partitions('t')) ?? []).reduce((sum, { next }) => sum + next, 0);
    expect([await sizes(one), await sizes(two)]).toEqual([1, 0]);
    expect(await shared.topics('')).toEqual(['one.t', 'two.t']);
    expect(await one?.topics('')).toEqual(['t']);
  });
});
