import { setTimeout as delay } from 'node:timers/promises';
import {
  DocumentArticles,
  DocumentPage,
  DocumentView,
  PipelineStatus,
  type PrintedArticle,
  Problem,
  QuarantineDetail,
  QuarantinePage,
  Receipt,
  RedriveResult,
  SearchResult,
  TaggedArticle,
  Trace,
} from '@wenliu/contracts';
import { PATIENCE } from './patience.js';

export interface Answer {
  status: number;
  headers: Headers;
  bytes: Buffer;
  json(): unknown;
}

export interface Sending {
  type?: string | undefined;
  parameters?: string;
  headers?: Readonly<Record<string, string>>;
}

interface Parser<T> {
  parse(value: unknown): T;
}

/** A publisher and reader who holds the server to its contract: every answer is checked against its schema. */
export class Client {
  constructor(readonly url: string) {}

  async request(method: string, path: string, init: { body?: string | Uint8Array; headers?: Record<string, string> } = {}): Promise<Answer> {
    const body = typeof init.body === 'string' ? init.body : init.body === undefined ? null : Buffer.from(init.body);
    const response = await fetch(this.url + path, { method, headers: init.headers ?? {}, body });
    const bytes = Buffer.from(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, bytes, json: (): unknown => JSON.parse(bytes.toString('utf8')) };
  }

  send(body: string | Uint8Array, { type, parameters = '', headers = {} }: Sending = {}): Promise<Answer> {
    const contentType: Record<string, string> = type === undefined ? {} : { 'content-type': type };
    return this.request('POST', `/v1/documents?${parameters}`, { body, headers: { ...contentType, ...headers } });
  }

  async push(body: string | Uint8Array, sending: Sending): Promise<Receipt> {
    const answer = await this.send(body, sending);
    if (answer.status !== 202) throw new Error(`push: ${answer.status} ${answer.bytes.toString('utf8')}`);
    return Receipt.parse(answer.json());
  }

  /** A batch of JSON values, one a line; the ids of its documents. */
  async pushLines(values: readonly unknown[], parameters = ''): Promise<string[]> {
    const body = values.map((value) => JSON.stringify(value)).join('\n');
    const { items } = await this.push(body, { type: 'application/x-ndjson', parameters });
    return items.map(({ id, problem }) => {
      if (id === null) throw new Error(`an item was rejected: ${problem?.detail ?? 'no reason'}`);
      return id;
    });
  }

  async get<T>(path: string, parser: Parser<T>): Promise<T> {
    const answer = await this.request('GET', path);
    if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${answer.bytes.toString('utf8')}`);
    return parser.parse(answer.json());
  }

  document = (id: string): Promise<DocumentView> => this.get(`/v1/documents/${id}`, DocumentView);
  /** All of them, page by page. */
  async documents(): Promise<DocumentPage['items']> {
    const items: DocumentPage['items'] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: DocumentPage = await this.get(`/v1/documents?size=3${after === '' ? '' : `&after=${after}`}`, DocumentPage);
      items.push(...page.items);
      after = page.next;
    }
    return items;
  }

  article = (id: string): Promise<TaggedArticle> => this.get(`/v1/articles/${id}`, TaggedArticle);
  trace = (id: string): Promise<Trace> => this.get(`/v1/articles/${id}/trace`, Trace);
  pipeline = (): Promise<PipelineStatus> => this.get('/v1/pipeline', PipelineStatus);
  quarantine = (parameters = '') => this.get(`/v1/quarantine?${parameters}`, QuarantinePage);
  quarantined = (id: string) => this.get(`/v1/quarantine/${encodeURIComponent(id)}`, QuarantineDetail);

  async articlesOf(documentId: string): Promise<PrintedArticle[]> {
    return (await this.get(`/v1/documents/${documentId}/articles`, DocumentArticles)).items;
  }

  search(parameters: Readonly<Record<string, string>>): Promise<SearchResult> {
    return this.get(`/v1/articles?${new URLSearchParams(parameters)}`, SearchResult);
  }

  async redrive(command: unknown) {
    const answer = await this.request('POST', '/v1/quarantine/redrive', {
      body: JSON.stringify(command),
      headers: { 'content-type': 'application/json' },
    });
    return RedriveResult.parse(answer.json());
  }

  /** Every match, page by page. */
  async searchAll(parameters: Readonly<Record<string, string>>): Promise<SearchResult['items']> {
    const items: SearchResult['items'] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: SearchResult = await this.search({ ...parameters, ...(cursor === '' ? {} : { cursor }) });
      items.push(...page.items);
      cursor = page.next;
    }
    return items;
  }

  async problem(method: string, path: string, init?: { body?: string | Uint8Array; headers?: Record<string, string> }): Promise<Problem> {
    return problemOf(await this.request(method, path, init));
  }

  async isReady(): Promise<boolean> {
    const answer = await this.request('GET', '/health/ready');
    if (answer.status !== 200 && answer.status !== 503) throw new Error(`readiness is answered with ${answer.status}`);
    return answer.status === 200;
  }

  /** Polls the documents until each is as wished. Rejects with what the late ones are. */
  async until(ids: readonly string[], state: DocumentView['state'], withinMs = 30_000 * PATIENCE): Promise<DocumentView[]> {
    const views: DocumentView[] = [];
    const late = performance.now() + withinMs;
    for (const id of ids) {
      for (;;) {
        const view = await this.document(id);
        if (view.state === state) {
          views.push(view);
          break;
        }
        if (state === 'done' && view.state === 'quarantined') throw new Error(`document ${id} is quarantined: ${JSON.stringify(view.articles)}`);
        if (performance.now() > late) throw new Error(`document ${id} is ${view.state}, not ${state}, after ${withinMs} ms`);
        await delay(20);
      }
    }
    return views;
  }
}

/** An error as RFC 9457 says it; anything else rejects. */
export function problemOf(answer: Answer): Problem {
  const type = answer.headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json')) throw new Error(`${answer.status} as ${type}: ${answer.bytes.toString('utf8').slice(0, 300)}`);
  const problem = Problem.parse(answer.json());
  if (problem.status !== answer.status) throw new Error(`the problem says ${problem.status}, the answer ${answer.status}`);
  return problem;
}
