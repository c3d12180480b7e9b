import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, it } from '@jest/globals';
import { Client } from './client.js';
import { PAGES } from './pages.js';
import { chosenProfile, type Running, type StartOptions } from './profile.js';

export const profile = await chosenProfile();

const folders: string[] = [];
const servers: Server[] = [];
afterAll(async () => {
  await Promise.all(servers.map((server) => server.kill()));
  await profile.dispose();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}, 60_000);

/** Removed behind the last test of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wenliu-e2e-'));
  folders.push(folder);
  return folder;
}

export type Server = Running & { client: Client };

/** Ended behind the last test of the file. */
export async function startServer(options?: StartOptions): Promise<Server> {
  const running = await profile.start(options);
  const server = { ...running, client: new Client(running.url) };
  servers.push(server);
  return server;
}

/** A server that has all sample pages, searchable. */
export async function startWithPages(options?: StartOptions): Promise<Server> {
  const server = await startServer(options);
  for (const { bytes, type, name } of PAGES) await server.client.push(bytes, { type, parameters: `name=${name}` });
  await server.client.until(PAGES.map(({ id }) => id), 'done');
  return server;
}

/** `it`, or a skipped story that says why. */
export function itIf(can: boolean, reason: string, title: string, run: () => Promise<void>, timeout?: number): void {
  if (can) return it(title, run, timeout);
  process.stderr.write(`skipped: ${title}: ${reason}\n`);
  it.skip(`${title} (skipped: ${reason})`, run);
}
