import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DocumentView, Receipt, SearchResult } from '@wenliu/contracts';

const TYPES: Readonly<Record<string, string>> = { txt: 'text/plain; charset=utf-8', md: 'text/markdown; charset=utf-8' };
const PATIENCE_MS = 60_000;

/** Pushes the sample pages as any client would, waits until they are searchable, and says what to try. */
export async function loadSeeds(folder: string, url: string, out: NodeJS.WriteStream): Promise<void> {
  const names = (await readdir(folder)).filter((name) => typeOf(name) !== undefined).sort();
  const ids: string[] = [];
  for (const [i, name] of names.entries()) {
    sayOver(out, `Loading the sample pages: ${i + 1} of ${names.length}`, i + 1 === names.length);
    const response = await fetch(`${url}/v1/documents?source=seeds&sourceKind=seed&name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'content-type': typeOf(name) ?? 'text/plain' },
      body: await readFile(join(folder, name)),
    });
    const { items } = Receipt.parse(await response.json());
    ids.push(...items.flatMap(({ id }) => (id === null ? [] : [id])));
  }
  await searchable(ids, url);
  const { total, facets } = SearchResult.parse(await (await fetch(`${url}/v1/articles?size=1&facets=place,person`)).json());
  out.write(`${total} sample articles are searchable. Try:\n  ${url}/\n`);
  for (const value of [facets['place']?.[0]?.value, facets['person']?.[0]?.value]) {
    if (value !== undefined) out.write(`  ${url}/v1/articles?q=${encodeURIComponent(value)}  (${value})\n`);
  }
}

async function searchable(ids: readonly string[], url: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (const id of ids) {
    while (Date.now() < until) {
      const { state } = DocumentView.parse(await (await fetch(`${url}/v1/documents/${id}`)).json());
      if (state === 'done' || state === 'quarantined') break;
      await delay(100);
    }
  }
}

const typeOf = (name: string): string | undefined => TYPES[name.slice(name.lastIndexOf('.') + 1)];

/** One line that is written over on a terminal; only the last one elsewhere. */
function sayOver(out: NodeJS.WriteStream, line: string, last: boolean): void {
  if (out.isTTY) out.write(`\r${line}${last ? '\n' : ''}`);
  else if (last) out.write(`${line}\n`);
}
