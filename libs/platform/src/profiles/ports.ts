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
