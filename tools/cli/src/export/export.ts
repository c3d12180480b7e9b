import { DocumentPage, type DocumentReceived } from '@wenliu/contracts';
import { createClient, type ApiClient } from '../api-client.js';
import type { ExportOptions } from '../commands/export.js';
import { print, printJson } from '../output.js';
import { startProgress } from '../push/progress.js';
import { ExportFolder } from './export-folder.js';

const PAGE = 500;

/** Copies what a Wenliu was given into a folder, or goes on where an earlier run stopped. */
export async function exportDocuments(path: string, options: ExportOptions): Promise<void> {
  const client = createClient(options);
  const folder = await ExportFolder.open(path);
  const progress = startProgress('exporting', 0);
  let [written, already] = [0, 0];
  try {
    for await (const document of documentsOf(client)) {
      if (folder.has(document.id)) already++;
      else {
        const original = await client.send(`/v1/documents/${document.id}/original`);
        await folder.add(document, new Uint8Array(await original.arrayBuffer()));
        progress.to(++written, `${written} documents`);
      }
    }
  } finally {
    progress.stop();
  }
  if (options.json === true) return printJson({ folder: path, written, already });
  await print(`${path}: ${written} documents written${already === 0 ? '' : `, ${already} were there`}\n  wenliu push ${path} --url … gives them to another Wenliu\n`);
}

async function* documentsOf(client: ApiClient): AsyncGenerator<DocumentReceived> {
  for (let after: string | null = ''; after !== null; ) {
    const page: DocumentPage = await client.get(`/v1/documents?size=${PAGE}${after === '' ? '' : `&after=${after}`}`, DocumentPage);
    yield* page.items;
    after = page.next;
  }
}
