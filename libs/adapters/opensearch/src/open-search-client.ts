import { Client } from '@opensearch-project/opensearch';
import { PortMisconfigured } from '@wenliu/ports';
import { PORT, translate } from './open-search-errors.js';

export interface ConnectionOptions {
  /** `http://` or `https://`, one or several. */
  node: string | readonly string[];
  username?: string;
  password?: string;
  tls?: {
    /** Certificates of the authority, PEM. */
    ca?: string;
    /** Only for tests: accept any certificate. */
    rejectUnauthorized?: boolean;
  };
  requestTimeoutMs?: number;
}

const REQUEST_TIMEOUT_MS = 30_000;

export interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';
  path: string;
  query?: Readonly<Record<string, string | number | boolean>>;
  body?: object;
  /** JSON lines, for a bulk. */
  lines?: string;
}

/** The driver, its errors translated. Nothing is sent twice here: who calls knows what may be. */
export class OpenSearchClient {
  private readonly driver: Client;

  constructor(options: ConnectionOptions) {
    const { node, username, password, tls, requestTimeoutMs = REQUEST_TIMEOUT_MS } = options;
    try {
      this.driver = new Client({
        ...(typeof node === 'string' ? { node } : { nodes: [...node] }),
        ...(username === undefined ? {} : { auth: { username, password: password ?? '' } }),
        ...(tls === undefined ? {} : { ssl: tls }),
        maxRetries: 0,
        requestTimeout: requestTimeoutMs,
        // A node that failed is tried again at once: there may be no other.
        resurrectStrategy: 'none',
      });
    } catch (error) {
      throw new PortMisconfigured(PORT, `${error instanceof Error ? error.message : String(error)}: ${[node].flat().join(', ')}`, { cause: error });
    }
  }

  /** The parsed answer. `T` is what OpenSearch's documentation says of it. */
  async call<T>({ method, path, query = {}, body, lines }: Call): Promise<T> {
    const sent = lines === undefined ? (body === undefined ? {} : { body }) : { bulkBody: lines };
    try {
      const answer = await this.driver.transport.request({ method, path, querystring: { ...query }, ...sent });
      // The documented form of the answer.
      return answer.body as T;
    } catch (error) {
      throw translate(error);
    }
  }

  close(): Promise<void> {
    return this.driver.close();
  }
}
