import { describe, expect, it } from '@jest/globals';
import { PortMisconfigured, PortUnavailable } from '@wenliu/ports';
import { measuredPort } from './measured-port.js';

class Store {
  private readonly kept = new Map([['a', 1]]);
  readonly name = 'store';

  async get(id: string): Promise<number | null> {
    return this.kept.get(id) ?? null;
  }
  async put(error: Error): Promise<void> {
    throw error;
  }
  async both(): Promise<(number | null)[]> {
    return [await this.get('a'), await this.get('b')];
  }
  size(): number {
    return this.kept.size;
  }
  async close(): Promise<void> {
    this.kept.clear();
  }
}

function measuredStore(): { store: Store; calls: string[] } {
  const calls: string[] = [];
  const store = measuredPort(new Store(), (call, outcome, seconds) => calls.push(`${call} ${outcome}${seconds >= 0 && seconds < 5 ? '' : ' in no time'}`));
  return { store, calls };
}

describe('a measured port', () => {
  it('answers as the port does, and tells each call', async () => {
    const { store, calls } = measuredStore();
    expect(await store.get('a')).toBe(1);
    expect(await store.get('b')).toBeNull();
    expect(store.name).toBe('store');
    expect(store).toBeInstanceOf(Store);
    expect(calls).toEqual(['get done', 'get done']);
  });

  it.each([
    [new PortUnavailable('store', 'gone'), 'unavailable'],
    [new PortMisconfigured('store', 'wrong password'), 'refused'],
    [new TypeError('broken'), 'failed'],
  ])('tells %s as %s, and throws it', async (error, outcome) => {
    const { store, calls } = measuredStore();
    await expect(store.put(error)).rejects.toBe(error);
    expect(calls).toEqual([`put ${outcome}`]);
  });

  it('counts a call once that the port makes of others of its own', async () => {
    const { store, calls } = measuredStore();
    expect(await store.both()).toEqual([1, null]);
    expect(calls).toEqual(['both done']);
  });

  it('leaves alone what is no call of an engine', async () => {
    const { store, calls } = measuredStore();
    expect(store.size()).toBe(1);
    await store.close();
    expect(store.size()).toBe(0);
    expect(calls).toEqual([]);
  });
});
