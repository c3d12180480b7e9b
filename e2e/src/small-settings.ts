/** What servers of the story have in common: little memory, and an inbox that does not wait. */
export const SMALL = {
  WENLIU_LOG_LEVEL: 'warn',
  WENLIU_NLP_SEGMENTER: 'node-rs-jieba',
  WENLIU_NLP_WORKERS: '1',
  WENLIU_INGEST_SETTLE_SECONDS: '0',
};
