import { articleIndexed, articleRaw, articleTagged, documentReceived, outcomeRecorded, type Topic } from './topics.js';

/** A step of the pipeline as every process knows it, also those that do not run it. */
export interface StageSpec {
  service: string;
  /** Verb-noun, unique over all services; also names the consumer group and the dead letters. */
  name: string;
  input: Topic<unknown>;
  /** Topics it may forward to; the start-up check reads them. */
  outputs: readonly Topic<unknown>[];
}

export const splitDocument: StageSpec = { service: 'ingest', name: 'split-document', input: documentReceived, outputs: [articleRaw] };
export const tagArticle: StageSpec = { service: 'nlp', name: 'tag-article', input: articleRaw, outputs: [articleTagged] };
export const indexArticle: StageSpec = { service: 'indexer', name: 'index-article', input: articleTagged, outputs: [articleIndexed] };
export const recordOutcomes: StageSpec = { service: 'indexer', name: 'record-outcomes', input: outcomeRecorded, outputs: [] };

/** The whole pipeline, in the order of an article's way. */
export const STAGES: readonly StageSpec[] = [splitDocument, tagArticle, indexArticle, recordOutcomes];
