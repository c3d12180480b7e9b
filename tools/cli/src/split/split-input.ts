import { basename } from 'node:path';
import type { DocumentReceived } from '@wenliu/contracts';
import { decodeDocument, documentId, documentsOf, resolveMediaType, splitDocument, type BodyKind, type IntakeItem, type SplitResult } from '@wenliu/service-ingest/offline';
import { CommandFailed } from '../failures.js';
import { completeLines } from '../input/complete-lines.js';
import { inputName, openInput, readWhole } from '../input/read-input.js';
import type { HintOptions } from '../options.js';

/**
 * Offline nothing is received, and the same bytes shall give the same line on every machine and day: a file's time would change
 * with every copy, so it is the beginning of time.
 */
const NEVER_RECEIVED = '1970-01-01T00:00:00Z';
const SOURCE = { id: 'cli', kind: 'cli', name: 'command line' } as const;

export type SplitDocument =
  | { kind: 'split'; name: string; result: SplitResult; lines: () => string[] }
  /** A line of a batch that is no document. */
  | { kind: 'unreadable'; name: string; detail: string };

type Readable = Extract<IntakeItem, { ok: true }>;

export interface SplitOptions extends HintOptions {
  type?: string;
}

/** The documents of one file, or of stdin for `-`, each split. */
export async function* splitInput(file: string, options: SplitOptions): AsyncGenerator<SplitDocument> {
  const kind = kindOf(file, options.type);
  const name = inputName(file);
  const hints = { publication: options.publication ?? null, issueDate: options.date ?? null, page: options.page ?? null, url: null, revision: 1 };
  let count = 0;
  for await (const portion of kind.kind === 'batch' ? completeLines(openInput(file)) : whole(file)) {
    for (const item of documentsOf(portion, kind, { name, hints })) {
      count += 1;
      const itemName = kind.kind === 'batch' ? `${name}, item ${count}` : name;
      yield item.ok ? { kind: 'split', name: itemName, result: splitItem(item), lines: () => linesOf(item) } : { kind: 'unreadable', name: itemName, detail: item.detail };
    }
  }
}

/** The lines that the result counts, but for the empty one behind the last line feed. */
function linesOf({ bytes, mediaType, charset }: Readable): string[] {
  const decoding = decodeDocument({ mediaType, encoding: charset }, bytes);
  return decoding.kind === 'failed' ? [] : decoding.text.replace(/\n$/, '').split('\n');
}

function splitItem({ bytes, mediaType, charset, name, hints }: Readable): SplitResult {
  const received: DocumentReceived = {
    id: documentId(bytes),
    name,
    mediaType,
    encoding: charset,
    bytes: bytes.length,
    source: SOURCE,
    lane: 'live',
    hints,
    receivedAt: NEVER_RECEIVED,
    reprocess: false,
  };
  return splitDocument(received, bytes);
}

/** What has no name, or one without an ending, is taken for plain text. */
function kindOf(file: string, type: string | undefined): BodyKind {
  const isNamed = file !== '-' && basename(file).includes('.');
  const kind = resolveMediaType(type ?? (isNamed ? null : 'text/plain'), basename(file));
  if (kind !== null) return kind;
  throw new CommandFailed(
    type === undefined
      ? 'the file name says nothing known: name it .txt .md .html .json or .ndjson, or say --type'
      : `${type} is no type that can be split: use text/plain, text/markdown, text/html, application/json or application/x-ndjson`,
  );
}

async function* whole(file: string): AsyncGenerator<Buffer> {
  yield await readWhole(file);
}
