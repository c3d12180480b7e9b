import type { PortName } from '@wenliu/platform';

/** What a process can be; any number of them at once. */
export const ROLES = ['ingest', 'nlp', 'indexer', 'api'] as const;
export type Role = (typeof ROLES)[number];

const NEEDS: Readonly<Record<Role, readonly PortName[]>> = {
  ingest: ['log', 'ledger', 'originals'],
  nlp: ['log'],
  indexer: ['log', 'ledger', 'articles', 'search'],
  api: ['log', 'ledger', 'originals', 'articles', 'search'],
};

export const needsOf = (roles: readonly Role[]): ReadonlySet<PortName> => new Set(roles.flatMap((role) => NEEDS[role]));
