import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { InvalidCursor, PortUnavailable } from '@wenliu/ports';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { badParameter, ProblemError, unavailable } from './problem.js';

/** Every error leaves as problem details; nothing of the inside is shown. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblemError(exception);
    // Whoever asks for health hears it, again and again.
    if (problem.status >= 500 && !request.url.startsWith('/health/')) this.logger.warn({ route: request.url, error: String(exception) }, problem.slug);
    sendProblem(reply, problem, request.url);
  }
}

/** As much of Fastify's reply as an error needs, whatever server is below it. */
interface Answerable {
  header(name: string, value: string): unknown;
  status(code: number): { type(mediaType: string): { send(body: unknown): unknown } };
}

export function sendProblem(reply: Answerable, problem: ProblemError, url: string): void {
  if (problem.extra.retryAfterSeconds !== undefined) void reply.header('retry-after', String(problem.extra.retryAfterSeconds));
  void reply.status(problem.status).type('application/problem+json').send(problem.toProblem(url));
}

export function toProblemError(exception: unknown): ProblemError {
  if (exception instanceof ProblemError) return exception;
  if (exception instanceof PortUnavailable) return unavailable(exception.message);
  if (exception instanceof InvalidCursor) return badParameter('cursor', exception.message);
  const status = statusOf(exception);
  if (status === 404) return new ProblemError(404, 'not-found', 'Not found', 'There is nothing at this address; /docs lists what there is.');
  if (status === 503) return unavailable(downIn(exception));
  if (status !== null && status < 500) return new ProblemError(status, 'bad-request', 'The request is wrong', messageOf(exception));
  return new ProblemError(500, 'internal', 'Something broke', 'The error is in the log of the service.');
}

const messageOf = (exception: unknown): string => (exception instanceof Error ? exception.message : 'It cannot be answered.');

/** What a health check found to be down, in words. */
function downIn(exception: unknown): string {
  const found: unknown = exception instanceof HttpException ? exception.getResponse() : null;
  const error: unknown = typeof found === 'object' && found !== null && 'error' in found ? found.error : null;
  if (typeof error !== 'object' || error === null) return 'Come back in a moment.';
  return Object.values(error).flatMap((check: { problems?: string[] }) => check.problems ?? []).join('; ');
}

function statusOf(exception: unknown): number | null {
  if (exception instanceof HttpException) return exception.getStatus();
  if (exception instanceof Error && 'statusCode' in exception && typeof exception.statusCode === 'number') return exception.statusCode;
  return null;
}
