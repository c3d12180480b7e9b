import { describe, expect, it } from '@jest/globals';
import { PortMisconfigured } from '@wenliu/ports';
import { itemsOf, resultOf } from './bulk-outcome.js';

describe('an item of a bulk', () => {
  it.each([
    [200, 'written'],
    [201, 'written'],
    [409, 'older'],
    [400, 'rejected'],
    [413, 'rejected'],
  ])('with status %i is %s', (status, kind) => {
    expect(resultOf({ status })).toMatchObject({ kind: 'done', outcome: { kind } });
  });

  it.each([408, 429, 500, 502, 503, 504])('with status %i is sent again', (status) => {
    expect(resultOf({ status })).toMatchObject({ kind: 'again' });
  });

  it('is sent again where a full disk has made the index read-only', () => {
    expect(resultOf({ status: 403, error: { type: 'cluster_block_exception', reason: 'disk usage exceeded flood-stage watermark' } })).toMatchObject({ kind: 'again' });
  });

  it.each([401, 403])('with status %i stops us', (status) => {
    expect(() => resultOf({ status, error: { type: 'security_exception', reason: 'no permissions' } })).toThrow(PortMisconfigured);
  });

  it('says why it was rejected, with the cause', () => {
    const error = { type: 'mapper_parsing_exception', reason: 'failed to parse field [date]', caused_by: { type: 'number_format_exception', reason: 'For input "x"' } };
    expect(resultOf({ status: 400, error })).toEqual({
      kind: 'done', outcome: { kind: 'rejected', detail: 'mapper_parsing_exception: failed to parse field [date]; number_format_exception: For input "x"' },
    });
  });
});

describe('the answer to a bulk', () => {
  it.each([null, {}, 'text', { items: [] }, { items: [{}] }, { items: [{ index: {} }] }, { items: [{ index: { status: 201 } }, { index: { status: 201 } }] }])('cannot be relied on: %j', (answer) => {
    expect(itemsOf(answer, 1)).toBeNull();
  });

  it('has an item for each document', () => {
    expect(itemsOf({ items: [{ index: { status: 201 } }, { index: { status: 429, error: { type: 't', reason: 'r' } } }] }, 2)).toEqual([
      { status: 201 }, { status: 429, error: { type: 't', reason: 'r' } },
    ]);
  });
});
