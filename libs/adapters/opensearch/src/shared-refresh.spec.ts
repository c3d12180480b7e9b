import { describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { SharedRefresh } from './shared-refresh.js';

describe('SharedRefresh', () => {
  it('refreshes at once for who comes alone, and once for all who come together', async () => {
    let begun = 0;
    const shared = new SharedRefresh(async () => {
      begun++;
    });
    await shared.request();
    expect(begun).toBe(1);
    await Promise.all([shared.request(), shared.request(), delay(50).then(() => shared.request())]);
    expect(begun).toBe(2);
  });

  it('gives a refresh that began after the asking', async () => {
    const order: string[] = [];
    const shared = new SharedRefresh(async () => {
      order.push('begin');
      await delay(50);
      order.push('end');
    });
    const first = shared.request();
    while (order.length === 0) await delay(1);
    order.push('write');
    await Promise.all([first, shared.request()]);
    expect(order).toEqual(['begin', 'write', 'end', 'begin', 'end']);
  });

  it('tells all who wait that it failed, and tries again for the next', async () => {
    let fails = true;
    const shared = new SharedRefresh(async () => {
      if (fails) throw new Error('away');
    });
    await expect(Promise.all([shared.request(), shared.request()])).rejects.toThrow('away');
    fails = false;
    await expect(shared.request()).resolves.toBeUndefined();
  });

  it('does not wait for others when enough was written', async () => {
    let begun = 0;
    const shared = new SharedRefresh(async () => {
      begun++;
    }, 3_600_000);
    await shared.request();
    const next = shared.request();
    shared.wrote(50);
    shared.wrote(50);
    await next;
    shared.wrote(100);
    await shared.request();
    expect(begun).toBe(3);
    shared.wrote(50);
    const patient = shared.request().then(() => 'refreshed');
    expect(await Promise.race([patient, delay(50).then(() => 'waits')])).toBe('waits');
    shared.wrote(50);
    expect(await patient).toBe('refreshed');
  });
});
