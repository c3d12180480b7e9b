import { parentPort, workerData } from 'node:worker_threads';
import { createTools, tagArticle, type ToolOptions } from '@wenliu/service-nlp/offline';
import { createGenerator } from './generate-articles.js';
import { toRaw } from './to-raw.js';

/** Tags its share of the articles, which lie in memory, and nothing else. Passed by reference.ts. */
const { tools: options, first, count } = workerData as { tools: ToolOptions; first: number; count: number };
const tools = await createTools(options);
const generator = createGenerator();
const articles = Array.from({ length: count }, (_, i) => toRaw(generator.article(first + i), first + i));
for (const article of articles.slice(0, 500)) tagArticle(article, tools);
parentPort?.postMessage('ready');
parentPort?.once('message', () => {
  const started = performance.now();
  let tokens = 0;
  for (const article of articles) tokens += tagArticle(article, tools).tokens.lengths.length;
  parentPort?.postMessage({ seconds: (performance.now() - started) / 1000, tokens });
});
