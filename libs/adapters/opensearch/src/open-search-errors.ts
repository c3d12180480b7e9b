import { errors } from '@opensearch-project/opensearch';
import { PortMisconfigured, PortUnavailable } from '@wenliu/ports';

export const PORT = 'search index';

/** What OpenSearch says went wrong, for a request or for one item of a bulk. */
export interface EngineError {
  type?: string;
  reason?: string;
  caused_by?: EngineError;
}

const LONGEST_DETAIL = 500;

export function describeError(error: EngineError | string | undefined): string {
  if (error === undefined) return 'no reason given';
  if (typeof error === 'string') return error.slice(0, LONGEST_DETAIL);
  const cause = error.caused_by === undefined ? '' : `; ${describeError(error.caused_by)}`;
  return `${error.type ?? 'error'}: ${error.reason ?? ''}${cause}`.slice(0, LONGEST_DETAIL);
}

/** An answer with an error status that the caller may know how to read; else it is a mistake of ours. */
export class EngineRefused extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    detail: string,
    options?: { cause?: unknown },
  ) {
    super(`OpenSearch answers ${status}: ${detail}`, options);
  }
}

const NOT_NOW = new Set([408, 429, 502, 503, 504]);

/** A status for which sending the same document again may help. An engine's own failure may be one with the document: in the end that is said. */
export const isTransient = (status: number): boolean => NOT_NOW.has(status) || status === 500;

/** An index that takes no writes: the disk is full, or somebody closed it. It opens again by itself or by an operator. */
export const isBlocked = (type: string | undefined): boolean => type === 'cluster_block_exception';

/** What a failed call is to those who use the port. */
export function translate(error: unknown): Error {
  if (error instanceof PortUnavailable || error instanceof EngineRefused) return error;
  if (error instanceof errors.ResponseError) return translateAnswer(error);
  if (error instanceof errors.ConfigurationError) return new PortMisconfigured(PORT, error.message, { cause: error });
  // Not reached, no answer in time, or half an answer.
  if (error instanceof errors.OpenSearchClientError) return new PortUnavailable(PORT, `${error.name}: ${error.message}`, { cause: error });
  return error instanceof Error ? error : new Error(String(error));
}

function translateAnswer(answer: InstanceType<typeof errors.ResponseError>): Error {
  const status = answer.statusCode;
  // The driver leaves the body as it came: JSON of this form, or the text of a proxy.
  const body = answer.body as { error?: EngineError | string } | string | null;
  const error = typeof body === 'object' ? body?.error : undefined;
  const type = typeof error === 'object' ? (error.type ?? '') : '';
  const detail = describeError(error ?? String(body));
  const options = { cause: answer };
  if (NOT_NOW.has(status) || isBlocked(type)) return new PortUnavailable(PORT, `OpenSearch answers ${status}: ${detail}`, options);
  if (status === 401 || status === 403) {
    return new PortMisconfigured(PORT, `OpenSearch answers ${status}: ${detail}; check its user, password and rights`, options);
  }
  return new EngineRefused(status, type, detail, options);
}
