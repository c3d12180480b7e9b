import { describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { PortMisconfigured, PortUnavailable } from '@wenliu/ports';
import { failuresOf, translate } from './mongo-errors.js';

const serverError = (code: number, message = 'said by the server'): Error => new mongo.MongoServerError({ message, code });

describe('errors of MongoDB', () => {
  it.each([11_600, 10_107, 189, 14_031])('say "not now" with code %i', (code) => {
    const translated = translate('article store', serverError(code));
    expect(translated).toBeInstanceOf(PortUnavailable);
    expect(translated).not.toBeInstanceOf(PortMisconfigured);
  });

  it.each([13, 18])('refuse us with code %i', (code) => {
    expect(translate('article store', serverError(code))).toBeInstanceOf(PortMisconfigured);
  });

  it('refuse us where the cause does', () => {
    const error = new mongo.MongoNetworkError('no connection', { cause: serverError(18, 'Authentication failed.') });
    expect(translate('ledger', error)).toMatchObject({ name: 'PortMisconfigured', message: expect.stringContaining('Authentication failed.') });
  });

  it('are unavailable where the network is', () => {
    expect(translate('ledger', new mongo.MongoNetworkTimeoutError('late'))).toMatchObject({ name: 'PortUnavailable' });
  });

  it('stay errors where we asked for nonsense', () => {
    const translated = translate('ledger', serverError(9, 'FailedToParse'));
    expect(translated).not.toBeInstanceOf(PortUnavailable);
    expect(translated.message).toContain('FailedToParse');
  });
});

describe('failures of a write of many', () => {
  interface Failed {
    index: number;
    code?: number;
    errmsg?: string;
  }
  const bulkError = (failed: Failed[], unkept?: string): Error =>
    Object.assign(new Error('bulk'), {
      name: 'MongoBulkWriteError', writeErrors: failed, result: { getWriteConcernError: () => (unkept === undefined ? undefined : { errmsg: unkept }) },
    });
  const failures = (error: Error): Promise<unknown> => failuresOf('article store', () => Promise.reject(error));

  it('are named by number', async () => {
    const found = await failures(bulkError([{ index: 1, code: 11_000, errmsg: 'there' }, { index: 4, code: 10_334, errmsg: 'too large' }]));
    expect(found).toEqual(new Map([[1, { kind: 'exists', detail: 'there' }], [4, { kind: 'rejected', detail: 'too large' }]]));
  });

  it('are no failures of documents where the server steps down between them', async () => {
    await expect(failures(bulkError([{ index: 0, code: 11_000 }, { index: 1, code: 189 }]))).rejects.toBeInstanceOf(PortUnavailable);
  });

  it('are unavailable where nothing was answered, which driver 7 tells as a bulk error without failures', async () => {
    const hidden = new mongo.MongoNetworkError('interrupted due to server monitor timeout');
    await expect(failures(Object.assign(bulkError([]), { errorResponse: hidden }))).rejects.toMatchObject({ name: 'PortUnavailable', message: expect.stringContaining('monitor timeout') });
  });

  it('are unavailable where no majority is known to have the write', async () => {
    await expect(failures(bulkError([{ index: 0, code: 11_000 }], 'waiting for replication timed out'))).rejects.toBeInstanceOf(PortUnavailable);
    await expect(failures(bulkError([], 'waiting for replication timed out'))).rejects.toBeInstanceOf(PortUnavailable);
  });
});
