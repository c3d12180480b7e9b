import type { Problem } from '@wenliu/contracts';

const BASE = 'https://wenliu.dev/problems/';

/** An error that the caller can do something about; becomes RFC 9457 problem details. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    /** Stable: programs switch on it. */
    readonly slug: string,
    readonly title: string,
    detail: string,
    readonly extra: { position?: number; hint?: string; retryAfterSeconds?: number } = {},
  ) {
    super(detail);
    this.name = 'ProblemError';
  }

  toProblem(instance?: string): Problem {
    const { position, hint } = this.extra;
    return {
      type: BASE + this.slug,
      title: this.title,
      status: this.status,
      detail: this.message,
      ...(instance === undefined ? {} : { instance }),
      ...(position === undefined ? {} : { position }),
      ...(hint === undefined ? {} : { hint }),
    };
  }
}

export const notFound = (what: string, id: string): ProblemError =>
  new ProblemError(404, 'not-found', 'Not found', `There is no ${what} ${id}.`);

export const badParameter = (name: string, detail: string): ProblemError =>
  new ProblemError(400, 'invalid-parameter', 'A parameter is wrong', `${name}: ${detail}`);

export const unavailable = (detail: string): ProblemError =>
  new ProblemError(503, 'unavailable', 'Not available right now', detail, { retryAfterSeconds: 5 });
