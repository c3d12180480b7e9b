import { type z } from 'zod';
import { ArticleIndexed, RawArticle, TaggedArticle } from './article.js';
import { DocumentReceived } from './document.js';
import { OutcomeRecorded } from './outcome.js';

export interface Topic<T> {
  name: string;
  summary: string;
  key: string;
  schema: z.ZodType<T>;
}

function topic<T>(name: string, key: string, summary: string, schema: z.ZodType<T>): Topic<T> {
  return { name, key, summary, schema };
}

export const documentReceived = topic(
  'document.received.v1',
  'document id',
  'An original was accepted and kept.',
  DocumentReceived,
);
export const articleRaw = topic('article.raw.v1', 'article id', 'One article as printed.', RawArticle);
export const articleTagged = topic(
  'article.tagged.v1',
  'article id',
  'The article with everything found in it: the public contract.',
  TaggedArticle,
);
export const articleIndexed = topic(
  'article.indexed.v1',
  'article id',
  'The article is stored and found by search.',
  ArticleIndexed,
);
export const outcomeRecorded = topic(
  'outcome.recorded.v1',
  'stage',
  'What became of every input of one batch of one stage.',
  OutcomeRecorded,
);

export const TOPICS: readonly Topic<unknown>[] = [
  documentReceived,
  articleRaw,
  articleTagged,
  articleIndexed,
  outcomeRecorded,
];

/** The dead letters of one stage. */
export function quarantineTopic(topicName: string, stage: string): string {
  return `${topicName}.quarantine.${stage}`;
}
