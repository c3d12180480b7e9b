import { z } from 'zod';
import { LARGEST_REVISION } from './version.js';

/** `live` never waits behind `backfill`: each lane has partitions of its own in every topic. */
export const Lane = z.enum(['live', 'backfill']);
export type Lane = z.infer<typeof Lane>;

/** Who delivered a document. `id` names one source for good; `kind` is the way in. */
export const Source = z.object({
  id: z.string().min(1),
  kind: z.enum(['http', 'inbox', 'cli', 'seed', 'file']),
  name: z.string().min(1),
});
export type Source = z.infer<typeof Source>;

export const MediaType = z.enum([
  'text/plain',
  'text/markdown',
  'text/html',
  'application/json',
]);
export type MediaType = z.infer<typeof MediaType>;

/** Sha-256 in lower-case hexadecimal. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a sha-256 in lower-case hexadecimal');

/** Calendar date without time, `YYYY-MM-DD`. */
export const IsoDate = z.iso.date();

/** ISO 8601 with zone. */
export const IsoTime = z.iso.datetime({ offset: true });

/** What the publisher knows and the page may not say. None of it takes part in the document's id. */
export const DocumentHints = z.object({
  publication: z.string().nullable(),
  issueDate: IsoDate.nullable(),
  page: z.string().nullable(),
  url: z.string().nullable(),
  /** Grows when the source corrects what it already published; the first version is 1. */
  revision: z.int().min(1).max(LARGEST_REVISION),
});
export type DocumentHints = z.infer<typeof DocumentHints>;

/** `document.received.v1`: an original was accepted and kept. `id` is the sha-256 of its bytes. */
export const DocumentReceived = z.object({
  id: Sha256,
  name: z.string().nullable(),
  mediaType: MediaType,
  /** The charset the sender declared, `null` where it declared none; detection happens when the document is split. */
  encoding: z.string().nullable(),
  bytes: z.int().min(0),
  source: Source,
  lane: Lane,
  hints: DocumentHints,
  receivedAt: IsoTime,
  /** It was split before and is to be split again, by newer rules: what it no longer gives is withdrawn. */
  reprocess: z.boolean().default(false),
});
export type DocumentReceived = z.infer<typeof DocumentReceived>;
