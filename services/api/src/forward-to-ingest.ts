import { sendProblem, unavailable } from '@wenliu/platform';
import type { FastifyInstance } from 'fastify';

/** What ingest alone takes. */
const PATHS = ['/v1/documents', '/v1/reprocess'];

/** Lets one address be enough where ingest is another process: what only it takes goes on to it, as it comes. */
export async function forwardToIngest(fastify: FastifyInstance, upstream: string): Promise<void> {
  // An HTTP client of its own that most starts have no use for.
  const { default: proxy } = await import('@fastify/http-proxy');
  await fastify.register(async (scope) => {
    // Bodies go through as streams; the parsers of the other routes would read them.
    scope.removeAllContentTypeParsers();
    for (const prefix of PATHS) {
      await scope.register(proxy, {
        upstream,
        prefix,
        rewritePrefix: prefix,
        httpMethods: ['POST'],
        replyOptions: {
          onError: (reply, { error }) => {
            const problem = unavailable(`ingest does not answer (${error.message}): is it up, and is WENLIU_API_INGEST_URL its address?`);
            sendProblem(reply, problem, reply.request.url);
          },
        },
      });
    }
  });
}
