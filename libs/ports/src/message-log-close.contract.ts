import { describe, expect, it } from '@jest/globals';
import { committedCount, message, openProbe, texts, type Fixture } from './message-log-probe.contract.js';
import { createGate, numbers, within } from './suite.contract.js';

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

export function describeClosing(fixture: Fixture): void {
  describe('closing a subscription', () => {
    it('lets records under way come to their commit within the grace', async () => {
      const topic = await fixture.topic();
      await fixture.log.append([message(topic, 'k', 'x')]);
      const gate = createGate();
      let aborted: boolean | null = null;
      const probe = await openProbe(fixture.log, { group: 'g', topic }, async (delivery) => {
        await gate.passed;
        aborted = delivery.signal.aborted;
        await delivery.commit([]);
      });
      await probe.delivered(1);
      const closed = probe.close(10_000);
      await fixture.log.partitions(topic);
      gate.open();
      await closed;
      expect(aborted).toBe(false);
      expect(await committedCount(fixture.log, 'g', topic)).toBeGreaterThanOrEqual(1);
    });

    it('aborts the signals at once without a grace, and resolves when the handlers have settled', async () => {
      const topic = await fixture.topic();
      await fixture.log.append([message(topic, 'k', 'x')]);
      const order: string[] = [];
      const gate = createGate();
      const probe = await openProbe(fixture.log, { group: 'g', topic }, async (delivery) => {
        await untilAborted(delivery.signal);
        order.push('aborted');
        await gate.passed;
        order.push('settled');
      });
      await probe.delivered(1);
      const closed = probe.close().then(() => order.push('closed'));
      await fixture.log.partitions(topic);
      await new Promise((resolve) => setTimeout(resolve, 20));
      gate.open();
      await closed;
      expect(order).toEqual(['aborted', 'settled', 'closed']);
    });

    it('aborts the signals when the grace is over', async () => {
      const topic = await fixture.topic();
      await fixture.log.append([message(topic, 'k', 'x')]);
      const probe = await openProbe(fixture.log, { group: 'g', topic }, (delivery) => untilAborted(delivery.signal));
      await probe.delivered(1);
      const started = performance.now();
      await probe.close(40);
      // Timers may fire a millisecond early.
      expect(performance.now() - started).toBeGreaterThanOrEqual(38);
      expect(probe.deliveries).toHaveLength(1);
    });

    it('leaves the signal of a delivery alone that was committed before', async () => {
      const topic = await fixture.topic();
      await fixture.log.append([message(topic, 'k', 'x')]);
      const probe = await openProbe(fixture.log, { group: 'g', topic });
      await probe.handled(1);
      const [delivery] = probe.deliveries;
      expect(delivery?.signal.aborted).toBe(false);
      await probe.close(5_000);
    });

    it('gives back what was not committed: the next subscription begins there', async () => {
      const topic = await fixture.topic();
      await fixture.log.append(['a', 'b', 'c'].map((text) => message(topic, 'k', text)));
      let calls = 0;
      const probe = await openProbe(fixture.log, { group: 'g', topic, maxRecords: 1 }, async (delivery) => {
        if (++calls === 1) return delivery.commit([]);
        await untilAborted(delivery.signal);
      });
      await probe.delivered(2);
      await probe.close();
      const next = await openProbe(fixture.log, { group: 'g', topic });
      expect(texts(await next.handled(2))).toEqual(['b', 'c']);
      await next.close(5_000);
    });

    it('takes no new records', async () => {
      const topic = await fixture.topic();
      const probe = await openProbe(fixture.log, { group: 'g', topic });
      await probe.close(5_000);
      await fixture.log.append([message(topic, 'k', 'x')]);
      const next = await openProbe(fixture.log, { group: 'g', topic });
      await next.handled(1);
      await next.close(5_000);
      expect(probe.deliveries).toEqual([]);
    });

    it('resolves at once where nothing is under way', async () => {
      const topic = await fixture.topic();
      const probe = await openProbe(fixture.log, { group: 'g', topic });
      const started = performance.now();
      await within('the close', probe.close(60_000));
      expect(performance.now() - started).toBeLessThan(10_000);
    });

    it('ends a handler that is called while it closes, whenever that is', async () => {
      const topic = await fixture.topic();
      // Large, so that reading it takes longer than the grace.
      await fixture.log.append([message(topic, 'k', '', { value: new Uint8Array(5 * 1024 * 1024) })]);
      for (const round of numbers(20)) {
        const probe = await openProbe(fixture.log, { group: 'g', topic }, (delivery) => untilAborted(delivery.signal));
        for (let turns = 0; turns < round % 5; turns++) await new Promise(setImmediate);
        await probe.close();
      }
    });

    it('ends the redelivery of records whose handler keeps throwing', async () => {
      const topic = await fixture.topic();
      await fixture.log.append([message(topic, 'k', 'x')]);
      const probe = await openProbe(fixture.log, { group: 'g', topic }, () => Promise.reject(new Error('planned')));
      await probe.handled(2);
      await probe.close();
      const count = probe.deliveries.length;
      const next = await openProbe(fixture.log, { group: 'g', topic });
      await next.handled(1);
      await next.close(5_000);
      expect(probe.deliveries).toHaveLength(count);
    });
  });
}
