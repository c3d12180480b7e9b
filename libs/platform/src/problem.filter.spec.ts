import { BadRequestException, NotFoundException, ServiceUnavailableException } from '@nestjs/common';
import { InvalidCursor, PortUnavailable } from '@wenliu/ports';
import { describe, expect, it } from '@jest/globals';
import { badParameter, ProblemError } from './problem.js';
import { toProblemError } from './problem.filter.js';

describe('toProblemError', () => {
  it.each([
    ['a problem', badParameter('size', 'too large'), 400, 'invalid-parameter', 'size: too large'],
    ['an engine that is away', new PortUnavailable('log', 'disk full'), 503, 'unavailable', 'log is unavailable: disk full'],
    ['a cursor nobody gave', new InvalidCursor('no such cursor'), 400, 'invalid-parameter', 'cursor: no such cursor'],
    ['an unknown address', new NotFoundException('Cannot GET /x'), 404, 'not-found', 'There is nothing at this address; /docs lists what there is.'],
    ['a wrong request', new BadRequestException('no'), 400, 'bad-request', 'no'],
    ['an error of the HTTP server', Object.assign(new Error('bad url'), { statusCode: 400 }), 400, 'bad-request', 'bad url'],
  ])('%s', (_, error, status, slug, detail) => {
    expect(toProblemError(error)).toMatchObject({ status, slug, message: detail });
  });

  it('says what a health check found, with a time to come back', () => {
    const result = { status: 'error', error: { process: { status: 'down', problems: ['start: starting'] }, pipeline: { status: 'down', problems: ['x: waits'] } } };
    const problem = toProblemError(new ServiceUnavailableException(result));
    expect(problem).toMatchObject({ status: 503, message: 'start: starting; x: waits', extra: { retryAfterSeconds: 5 } });
    expect(toProblemError(new ServiceUnavailableException()).status).toBe(503);
  });

  it.each([[new TypeError('secret.internal is undefined')], ['a string'], [undefined], [null], [{ statusCode: 200 }]])('shows nothing of the inside of %p', (thrown) => {
    const problem = toProblemError(thrown);
    expect(problem).toMatchObject({ status: 500, slug: 'internal' });
    expect(JSON.stringify(problem.toProblem('/x'))).not.toContain('secret');
  });

  it('leaves out what a problem does not have', () => {
    expect(new ProblemError(400, 'x', 'X', 'y').toProblem()).toEqual({ type: 'https://wenliu.dev/problems/x', title: 'X', status: 400, detail: 'y' });
  });
});
