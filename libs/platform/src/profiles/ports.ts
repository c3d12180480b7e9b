import type { ArticleStore, Ledger, MessageLog, OriginalStore, SearchIndex } from '@wenliu/ports';

/** What a profile binds. */
export interface Ports {
  log: MessageLog;
  ledger: Ledger;
  articles: ArticleStore;
  search: SearchIndex;
  originals: OriginalStore;
  /** After everything that uses them has stopped. */
  close(): Promise<void>;
}

export type PortName = Exclude<keyof Ports, 'close'>;

/** The ports that the services of one process need; every process has the log. */
export type PortSet = Pick<Ports, 'log' | 'close'> & Partial<Ports>;
