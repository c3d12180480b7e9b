import { versionParts, type DocumentReceived, type ReprocessCommand } from '@wenliu/contracts';
import type { LedgerDocument } from '@wenliu/ports';

/** What of the ledger a command asks for can be seen without its hops. */
export function isAskedFor({ source, receivedAt }: DocumentReceived, command: ReprocessCommand): boolean {
  if (command.source !== undefined && source.id !== command.source) return false;
  return command.since === undefined || Date.parse(receivedAt) >= Date.parse(command.since);
}

/** Whether its last split is one that the command is about. A document never split comes to it by itself. */
export function isToBeSplitAgain({ document, hops }: LedgerDocument, { olderThanRevision, failed }: ReprocessCommand): boolean {
  const last = hops.findLast(({ stage }) => stage === 'split-document');
  if (last === undefined) return false;
  const gaveNothing = last.outcome !== 'forward';
  if (failed && gaveNothing) return true;
  if (olderThanRevision === undefined) return !failed;
  // An article that came as one was not split by rules.
  if (document.mediaType === 'application/json') return false;
  return gaveNothing || last.outputs.every(({ version }) => versionParts(version).split < olderThanRevision);
}

export const articlesOf = ({ hops }: LedgerDocument): number => hops.findLast(({ stage }) => stage === 'split-document')?.outputs.length ?? 0;
