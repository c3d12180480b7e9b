import { versionOf, type ReprocessCommand } from '@wenliu/contracts';
import type { LedgerDocument } from '@wenliu/ports';
import { aDocument } from '@wenliu/testing';
import { describe, expect, it } from '@jest/globals';
import { articlesOf, isAskedFor, isToBeSplitAgain } from './reprocess.js';

const command = (more: Partial<ReprocessCommand>): ReprocessCommand => ({ failed: false, after: null, dryRun: true, ...more });
const split = (outcome: 'forward' | 'quarantine' | 'discard', ...revisions: number[]): LedgerDocument['hops'][number] => ({
  subject: 'd', eventId: '0/1', service: 'ingest', stage: 'split-document', at: '2026-01-01T00:00:00Z', outcome, reason: null, detail: null, version: null,
  outputs: revisions.map((revision) => ({ id: String(revision).padStart(64, '0'), version: versionOf({ revision: 1, split: revision, joined: 0, tagged: 0 }), title: null })),
});
const document = (...hops: LedgerDocument['hops']): LedgerDocument => ({ document: aDocument({ mediaType: 'text/plain' }), hops });

describe('what is split again', () => {
  it.each<[string, LedgerDocument, Partial<ReprocessCommand>, boolean]>([
    ['everything that was split, where nothing is said', document(split('forward', 2)), {}, true],
    ['nothing that was not split yet', document(), {}, false],
    ['what older rules split', document(split('forward', 1, 1)), { olderThanRevision: 2 }, true],
    ['not what these rules split', document(split('forward', 2)), { olderThanRevision: 2 }, false],
    ['not what was split again since', document(split('forward', 1), split('forward', 2)), { olderThanRevision: 2 }, false],
    ['what older rules could not read', document(split('quarantine')), { olderThanRevision: 2 }, true],
    ['what failed', document(split('discard')), { failed: true }, true],
    ['not what worked, where only failures are asked for', document(split('forward', 1)), { failed: true }, false],
    ['failures and what older rules split', document(split('forward', 1)), { failed: true, olderThanRevision: 2 }, true],
  ])('is %s', (_, one, asked, expected) => {
    expect(isToBeSplitAgain(one, command(asked))).toBe(expected);
  });

  it('is not what came as an article', () => {
    const article = { ...document(split('forward', 0)), document: aDocument({ mediaType: 'application/json' }) };
    expect(isToBeSplitAgain(article, command({ olderThanRevision: 2 }))).toBe(false);
    expect(articlesOf(article)).toBe(1);
  });

  it('is of the source and the time asked for', () => {
    const { document: received } = document();
    expect(isAskedFor(received, command({ source: received.source.id, since: received.receivedAt }))).toBe(true);
    expect(isAskedFor(received, command({ source: 'another' }))).toBe(false);
    expect(isAskedFor(received, command({ since: '2999-01-01T00:00:00Z' }))).toBe(false);
  });
});
