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
});
