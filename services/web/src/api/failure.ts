import type { Problem } from '@wenliu/contracts';

export type Failure =
  /** No answer at all. */
  | { kind: 'offline' }
  | { kind: 'problem'; problem: Problem; retryAfterSeconds: number | null };

export class RequestFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind === 'problem' ? failure.problem.detail : 'offline');
  }
}

/** What `fetch` threw: its own errors mean that nothing answered. */
export function toFailure(error: unknown): Failure {
  return error instanceof RequestFailed ? error.failure : { kind: 'offline' };
}

export async function failureOf(response: Response): Promise<Failure> {
  const after = Number(response.headers.get('retry-after') ?? 'none');
  return {
    kind: 'problem',
    problem: await problemOf(response),
    retryAfterSeconds: Number.isFinite(after) ? after : null,
  };
}

async function problemOf(response: Response): Promise<Problem> {
  const plain: Problem = { type: 'about:blank', title: response.statusText, status: response.status, detail: '' };
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? { ...plain, ...body } : plain;
  } catch {
    return plain;
  }
}
