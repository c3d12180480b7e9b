import type { PipelineStatus, SearchResult } from '@wenliu/contracts';

/** What a benchmark speaks to, however it is started. */
export interface Target {
  push(body: string | Uint8Array, contentType: string, parameters?: string): Promise<void>;
  status(): Promise<PipelineStatus>;
  search(parameters: string): Promise<SearchResult>;
}

export async function get<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`GET ${url}: ${response.status} ${await response.text()}`);
  // The server under test; its shapes are asserted by the end-to-end tests.
  return (await response.json()) as T;
}

export async function post(url: string, body: string | Uint8Array, contentType: string): Promise<void> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': contentType }, body });
  if (response.status !== 202) throw new Error(`POST: ${response.status} ${await response.text()}`);
  await response.arrayBuffer();
}
