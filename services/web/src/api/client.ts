import type {
  DocumentArticles,
  DocumentPage,
  DocumentView,
  PipelineStatus,
  QuarantineEntry,
  Receipt,
  SearchResult,
  TaggedArticle,
  Trace,
} from '@wenliu/contracts';
import { toApiQuery, type SearchState } from '../lib/url-state.js';
import { accessKey } from '../state/access-key.js';
import { failureOf, RequestFailed } from './failure.js';

// The contracts name the schemas of these three, not their types.
export interface QuarantineList {
  total: number;
  items: QuarantineEntry[];
}
export interface QuarantineContent extends QuarantineEntry {
  content: string;
  text: string | null;
}
export interface Redriven {
  matched: number;
  redriven: number;
  dryRun: boolean;
}

const PAGE_SIZE = 20;

export function searchArticles(search: SearchState, cursor: string | null, signal?: AbortSignal): Promise<SearchResult> {
  return getJson(`v1/articles?${toApiQuery(search, PAGE_SIZE, cursor)}`, signal);
}

export function getArticle(id: string, signal?: AbortSignal): Promise<TaggedArticle> {
  return getJson(articlePath(id), signal);
}

export function articlePath(id: string): string {
  return `v1/articles/${encodeURIComponent(id)}`;
}

export function getTrace(id: string, signal?: AbortSignal): Promise<Trace> {
  return getJson(`${articlePath(id)}/trace`, signal);
}

export function getDocument(id: string, signal?: AbortSignal): Promise<DocumentView> {
  return getJson(`v1/documents/${encodeURIComponent(id)}`, signal);
}

export function getDocumentArticles(id: string, signal?: AbortSignal): Promise<DocumentArticles> {
  return getJson(`v1/documents/${encodeURIComponent(id)}/articles`, signal);
}

/** `after` is the `next` of the page before. */
export function getDocuments(after: string | null, size: number, signal?: AbortSignal): Promise<DocumentPage> {
  return getJson(`v1/documents?size=${size}${after === null ? '' : `&after=${encodeURIComponent(after)}`}`, signal);
}

export function originalPath(documentId: string): string {
  return `v1/documents/${encodeURIComponent(documentId)}/original`;
}

export async function getOriginalText(documentId: string, signal?: AbortSignal): Promise<string> {
  const response = await request(`${originalPath(documentId)}?as=text`, { signal: signal ?? null });
  return response.text();
}

export function getPipeline(signal?: AbortSignal): Promise<PipelineStatus> {
  return getJson('v1/pipeline', signal);
}

export function getQuarantine(signal?: AbortSignal): Promise<QuarantineList> {
  return getJson('v1/quarantine', signal);
}

export function getQuarantined(id: string, signal?: AbortSignal): Promise<QuarantineContent> {
  return getJson(`v1/quarantine/${encodeURIComponent(id)}`, signal);
}

export function redrive(ids: readonly string[]): Promise<Redriven> {
  return sendJson('v1/quarantine/redrive', 'application/json', JSON.stringify({ ids }));
}

export function postDocument(name: string, mediaType: string, body: string | Blob): Promise<Receipt> {
  return sendJson(`v1/documents?name=${encodeURIComponent(name)}`, mediaType, body);
}

async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await request(path, { signal: signal ?? null });
  // The api answers in the shapes of the contracts; checking them again here would cost more than the whole page.
  return (await response.json()) as T;
}

async function sendJson<T>(path: string, contentType: string, body: string | Blob): Promise<T> {
  const response = await request(path, { method: 'POST', headers: { 'content-type': contentType }, body });
  // As in `getJson`.
  return (await response.json()) as T;
}

async function request(path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  if (accessKey.value !== null) headers.set('authorization', `Bearer ${accessKey.value}`);
  const response = await fetch(path, { ...init, headers });
  if (!response.ok) throw new RequestFailed(await failureOf(response));
  return response;
}
