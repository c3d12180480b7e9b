import { Problem } from '@wenliu/contracts';
import type { z } from 'zod';
import { readClientSettings, serverUrl } from './client-settings.js';
import { CommandFailed } from './failures.js';
import type { ServerOptions } from './options.js';

const ANSWER_WITHIN_MS = 120_000;
/** Answers that say "not now" rather than "no". */
const LATER = new Set([429, 502, 503, 504]);

/** The server did not answer, or asked to come back. */
export class TryLater extends CommandFailed {
  constructor(
    message: string,
    readonly retryAfterMs: number | null,
  ) {
    super(message);
  }
}

/** The server said no. */
export class Refused extends CommandFailed {
  constructor(
    readonly status: number,
    readonly problem: Problem | null,
    message: string,
  ) {
    super(message);
  }
}

/** Asks one server. Rejects with `TryLater` or `Refused`, in words for the user. */
export class ApiClient {
  constructor(
    readonly url: string,
    private readonly key: string | undefined,
  ) {}

  async get<T>(path: string, schema: z.ZodType<T>): Promise<T> {
    return this.read(await this.send(path), schema);
  }

  async post<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T> {
    const headers = { 'content-type': 'application/json' };
    return this.read(await this.send(path, { method: 'POST', headers, body: JSON.stringify(body) }), schema);
  }

  /** A response with a body to read; its status is below 300. */
  async send(path: string, init: RequestInit = {}, signal: AbortSignal = AbortSignal.timeout(ANSWER_WITHIN_MS)): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.key !== undefined) headers.set('authorization', `Bearer ${this.key}`);
    let response: Response;
    try {
      response = await fetch(`${this.url}${path}`, { ...init, headers, signal });
    } catch (error) {
      throw this.unreachable(error);
    }
    if (response.ok) return response;
    const text = await response.text().catch(() => '');
    const problem = parseProblem(text);
    const message = problem === null ? `${this.url} answered ${response.status}: is it a Wenliu?` : describeProblem(problem);
    if (LATER.has(response.status)) throw new TryLater(message, parseRetryAfter(response.headers.get('retry-after'), Date.now()));
    throw new Refused(response.status, problem, message);
  }

  async read<T>(response: Response, schema: z.ZodType<T>): Promise<T> {
    let text: string;
    try {
      text = await response.text();
    } catch (error) {
      throw this.unreachable(error);
    }
    const parsed = schema.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    throw new CommandFailed(`${this.url} gave an answer this version does not understand: is it a Wenliu of the same version?`);
  }

  unreachable(error: unknown): TryLater {
    // fetch wraps what happened; its own message is "fetch failed".
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (code === 'ECONNREFUSED') {
      return new TryLater(`nothing answers at ${this.url}: start a server with "wenliu up", or name another with --url`, null);
    }
    return new TryLater(`the connection to ${this.url} failed: ${cause instanceof Error ? cause.message : String(cause)}`, null);
  }
}

export function createClient(options: ServerOptions): ApiClient {
  return new ApiClient(options.url ?? serverUrl(readClientSettings()), options.key);
}

/** The problem in one line; the `type` stays with programs. */
export function describeProblem({ title, detail, position, hint }: Problem): string {
  const at = position === undefined ? '' : ` (at character ${position + 1})`;
  return `${title}: ${detail}${at}${hint === undefined ? '' : `\n  ${hint}`}`;
}

/** Seconds or a date. */
export function parseRetryAfter(header: string | null, nowMs: number): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const time = Date.parse(header);
  return Number.isNaN(time) ? null : Math.max(0, time - nowMs);
}

function parseProblem(text: string): Problem | null {
  const parsed = Problem.safeParse(parseJson(text));
  return parsed.success ? parsed.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
