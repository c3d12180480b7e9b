import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OriginalStore } from './original-store.js';
import { ALL_BYTES, bytesOf, hex, itIf, numbers, sha256 } from './suite.contract.js';

/** Honest differences between original stores. */
export interface OriginalStoreFeatures {
  survivesRestart: boolean;
}

export interface OpenedOriginalStore {
  store: OriginalStore;
  /** Closes the store and opens the same data again. */
  reopen?(): Promise<OriginalStore>;
  dispose(): Promise<void>;
}

const CONTENTS: [string, Uint8Array][] = [
  ['text', bytesOf('新能源汽车出口增长')],
  ['all 256 bytes', ALL_BYTES],
  ['no bytes', new Uint8Array(0)],
  ['GBK', Uint8Array.of(0xd6, 0xd0, 0xb9, 0xfa, 0x0d, 0x0a)],
  ['a part of a larger buffer', new Uint8Array(bytesOf('front新能源back').buffer, 5, 9)],
  ['5 MB', new Uint8Array(5 * 1024 * 1024).fill(0xb5)],
];

const WRONG_IDS = ['', 'a', sha256('x').toUpperCase(), `${sha256('x')}0`, `../${sha256('x')}`, `..${sha256('x').slice(2)}`, 'z'.repeat(64), `${sha256('x')}\n`];

/** The promises of OriginalStore, for every adapter. */
export function originalStoreContract(name: string, open: () => Promise<OpenedOriginalStore>, features: OriginalStoreFeatures): void {
  describe(`original store contract: ${name}`, () => {
    let opened: OpenedOriginalStore;
    let store: OriginalStore;
    beforeAll(async () => {
      opened = await open();
      store = opened.store;
    });
    afterAll(() => opened.dispose());
    const stored = async (key: string): Promise<string | null> => {
      const bytes = await store.get(sha256(key));
      return bytes && hex(bytes);
    };

    it.each(CONTENTS)('gives the bytes back as they went in: %s', async (title, bytes) => {
      await store.put(sha256(title), bytes);
      expect(await stored(title)).toBe(hex(bytes));
    });

    it('has what was put, and gives null for what was not', async () => {
      expect(await store.get(sha256('missing'))).toBeNull();
      expect(await store.has(sha256('missing'))).toBe(false);
      await store.put(sha256('there'), bytesOf('x'));
      expect(await store.has(sha256('there'))).toBe(true);
    });

    it('does nothing when it is put what is there', async () => {
      await store.put(sha256('twice'), bytesOf('first'));
      await store.put(sha256('twice'), bytesOf('first'));
      expect(await stored('twice')).toBe(hex(bytesOf('first')));
      // The id is the hash of the bytes, so this never happens; if it does, bytes are not changed.
      await store.put(sha256('twice'), bytesOf('second'));
      expect(await stored('twice')).toBe(hex(bytesOf('first')));
    });

    it('takes the same document from ten senders at once', async () => {
      const bytes = new Uint8Array(200_000).fill(7);
      await Promise.all(numbers(10).map(() => store.put(sha256('at once'), bytes)));
      expect(await stored('at once')).toBe(hex(bytes));
    });

    it('takes 200 documents at once', async () => {
      await Promise.all(numbers(200).map((n) => store.put(sha256(`many ${n}`), bytesOf(`${n}`))));
      for (const n of numbers(200)) expect(await stored(`many ${n}`)).toBe(hex(bytesOf(`${n}`)));
    });

    it('keeps what it was given when bytes are changed outside', async () => {
      const bytes = bytesOf('before');
      await store.put(sha256('outside'), bytes);
      bytes.fill(0);
      (await store.get(sha256('outside')))?.fill(1);
      expect(await stored('outside')).toBe(hex(bytesOf('before')));
    });

    it.each(WRONG_IDS)('refuses %j, which is no sha-256 in lower-case hexadecimal', async (id) => {
      await expect(store.put(id, bytesOf('x'))).rejects.toThrow();
      await expect(store.get(id)).rejects.toThrow();
      await expect(store.has(id)).rejects.toThrow();
    });

    itIf(features.survivesRestart, 'this store lives in memory')('has everything after a restart', async () => {
      await store.put(sha256('restart'), ALL_BYTES);
      if (opened.reopen === undefined) throw new Error('a store that survives a restart needs `reopen`');
      store = await opened.reopen();
      expect(await stored('restart')).toBe(hex(ALL_BYTES));
      await store.put(sha256('restart'), ALL_BYTES);
      expect(await store.has(sha256('restart'))).toBe(true);
    });
  });
}
