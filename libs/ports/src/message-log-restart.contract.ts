import { describe, expect } from '@jest/globals';
import type { MessageLogFeatures } from './message-log.contract.js';
import { message, openProbe, readAll, texts, type Fixture } from './message-log-probe.contract.js';
import { ALL_BYTES, hex, itIf, numbers } from './suite.contract.js';

export function describeRestart(fixture: Fixture, features: MessageLogFeatures): void {
  const itSurvives = itIf(features.survivesRestart, 'this log lives in memory');

  describe('after a restart', () => {
    itSurvives('has every record, with bytes, headers and offsets', async () => {
      const topic = await fixture.topic();
      const headers = { 标题: '新能源' };
      await fixture.log.append(numbers(50).map((n) => message(topic, `k${n % 5}`, `${n}`, { headers, lane: n % 2 === 0 ? 'live' : 'backfill' })));
      await fixture.log.append([message(topic, 'bytes', '', { value: ALL_BYTES })]);
      const shown = async () => (await readAll(fixture.log, topic)).map((record) => ({ ...record, value: hex(record.value) }));
      const before = await shown();
      const partitions = await fixture.log.partitions(topic);
      await fixture.restart();
      expect(await shown()).toEqual(before);
      expect(await fixture.log.partitions(topic)).toEqual(partitions);
      expect(await fixture.log.topics(topic)).toEqual([topic]);
    });

    itSurvives('begins behind the last commit', async () => {
      const topic = await fixture.topic();
      await fixture.log.append(numbers(10).map((n) => message(topic, 'k', `${n}`)));
      let calls = 0;
      const probe = await openProbe(fixture.log, { group: 'g', topic, maxRecords: 2 }, (delivery) =>
        ++calls <= 3 ? delivery.commit([]) : Promise.reject(new Error('planned')),
      );
      await probe.delivered(8);
      await probe.close();
      const committed = await fixture.log.committed('g', topic);
      await fixture.restart();
      expect(await fixture.log.committed('g', topic)).toEqual(committed);
      const again = await openProbe(fixture.log, { group: 'g', topic });
      expect(texts(await again.handled(4))).toEqual(['6', '7', '8', '9']);
      await again.close(5_000);
    });

    itSurvives('goes on appending behind what is there', async () => {
      const topic = await fixture.topic();
      for (const round of numbers(3)) {
        await fixture.log.createTopics([{ name: topic, retention: null }]);
        await fixture.log.append(numbers(3).map((n) => message(topic, 'k', `${3 * round + n}`)));
        if (round < 2) await fixture.restart();
      }
      expect(texts(await readAll(fixture.log, topic))).toEqual(numbers(9).map(String));
    });

    itSurvives('has neither outputs nor offset of a commit that failed', async () => {
      const [input, output] = [await fixture.topic(), await fixture.topic()];
      await fixture.log.append([message(input, 'k', 'x')]);
      const probe = await openProbe(fixture.log, { group: 'g', topic: input }, (delivery) =>
        delivery.commit([message(output, 'k', 'lost'), message(`${output}.missing`, 'k', 'x')]),
      );
      await probe.handled(1);
      await probe.close();
      await fixture.restart();
      expect(await readAll(fixture.log, output)).toEqual([]);
      expect(await fixture.log.committed('g', input)).toEqual(new Map());
    });
  });
}
