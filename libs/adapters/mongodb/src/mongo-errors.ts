import { PortMisconfigured, PortUnavailable } from '@wenliu/ports';

/** AuthenticationFailed, Unauthorized, and what hosted clusters answer for either. */
const REFUSED = new Set([13, 18, 8000]);
/** Not now: stepping down, shutting down, interrupted, out of time, disk full, contended. Names: the server's error_codes.yml. */
const NOT_NOW = new Set([6, 7, 24, 46, 50, 64, 79, 89, 91, 112, 133, 134, 189, 262, 9001, 10107, 11600, 11602, 13388, 13435, 13436, 14031]);
const DUPLICATE_KEY = 11_000;

/** Errors of the driver that say that the server was not reached, or that its answer is not known. */
const UNREACHED = /^Mongo(?:ose)?(Network|ServerSelection|Pool|Topology|NotConnected|WaitQueue|WriteConcern|ServerClosed|SystemOverload|OperationTimeout|ExpiredSession|ClientClosed|Runtime|DriverClosed)/;
/** A wrong address or option. */
const WRONG_SETTING = /^Mongo(?:ose)?(Parse|MissingCredentials|MissingDependency|InvalidArgument|APIError)/;

interface DriverError {
  name: string;
  message: string;
  code: number | null;
}

function toDriverError(error: unknown): DriverError {
  const known = error instanceof Error ? error : new Error(String(error));
  const code = 'code' in known && typeof known.code === 'number' ? known.code : null;
  return { name: known.name, message: known.message, code };
}

/** The error and what it says caused it; server selection keeps its causes with the servers. */
function chain(error: unknown): DriverError[] {
  const found: DriverError[] = [];
  const queue: unknown[] = [error];
  while (queue.length > 0 && found.length < 20) {
    const one = queue.shift();
    if (!(one instanceof Error)) continue;
    found.push(toDriverError(one));
    queue.push(one.cause);
    if ('reason' in one) queue.push(...serverErrors(one.reason));
  }
  return found;
}

function serverErrors(reason: unknown): unknown[] {
  if (typeof reason !== 'object' || reason === null || !('servers' in reason) || !(reason.servers instanceof Map)) return [reason];
  return [...reason.servers.values()].map((server: unknown) => (typeof server === 'object' && server !== null && 'error' in server ? server.error : null));
}

/** A write of many that came to nothing is told as a bulk error without failures; the driver keeps what went wrong behind it. */
function unwrapped(error: unknown): unknown {
  return error instanceof Error && 'errorResponse' in error && error.errorResponse instanceof Error ? error.errorResponse : error;
}

/** What a failed call is to those who use the port. Errors of the driver stay behind it. */
export function translate(port: string, thrown: unknown): Error {
  if (thrown instanceof PortUnavailable) return thrown;
  const error = unwrapped(thrown);
  const all = chain(error);
  const { name, message, code } = toDriverError(error);
  const refused = all.find((one) => one.code !== null && REFUSED.has(one.code));
  if (refused !== undefined) {
    return new PortMisconfigured(port, `MongoDB refuses: ${refused.message}; check the user, password and rights in its address`, { cause: error });
  }
  if (WRONG_SETTING.test(name)) return new PortMisconfigured(port, message, { cause: error });
  if (UNREACHED.test(name) || (code !== null && NOT_NOW.has(code))) return new PortUnavailable(port, message, { cause: error });
  return new Error(`${port}: ${message}`, { cause: error });
}

/** Runs a call and translates what it throws. */
export async function guarded<T>(port: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw translate(port, error);
  }
}

/** What became of one of many documents. */
export interface WriteFailure {
  kind: 'exists' | 'rejected';
  detail: string;
}

/**
 * Runs an unordered write of many and gives what failed by its number. Throws `PortUnavailable` where a failure says "not now" or
 * the write is not known to be kept by a majority.
 */
export async function failuresOf(port: string, write: () => Promise<unknown>): Promise<Map<number, WriteFailure>> {
  try {
    await write();
    return new Map();
  } catch (error) {
    if (!isBulkError(error)) throw translate(port, error);
    const failures = new Map<number, WriteFailure>();
    for (const { code, index, errmsg } of [error.writeErrors].flat()) {
      if (code !== undefined && (NOT_NOW.has(code) || REFUSED.has(code))) throw translate(port, Object.assign(new Error(errmsg), { code }));
      failures.set(index, { kind: code === DUPLICATE_KEY ? 'exists' : 'rejected', detail: errmsg ?? `error ${code ?? 'without a code'}` });
    }
    const unkept = error.result.getWriteConcernError();
    if (unkept !== undefined) throw new PortUnavailable(port, unkept.errmsg ?? 'the write is not known to be kept', { cause: error });
    if (failures.size === 0) throw translate(port, error);
    return failures;
  }
}

interface OneWriteError {
  code?: number;
  index: number;
  errmsg?: string | undefined;
}

interface BulkError extends Error {
  writeErrors: OneWriteError | OneWriteError[];
  result: { getWriteConcernError(): { errmsg?: string | undefined } | undefined };
}

const isBulkError = (error: unknown): error is BulkError =>
  error instanceof Error && error.name === 'MongoBulkWriteError' && 'writeErrors' in error && 'result' in error;
