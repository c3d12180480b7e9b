import { page } from './markdown.js';

const ABOUT = 'One grammar for the search box, the API, streams and subscriptions.';

/** What the README of `libs/query` says to those who write queries: its table and the list below it. */
export function queryPage(readme: string): string {
  const start = readme.indexOf('\n| write | finds |');
  const end = readme.indexOf('\n```ts', start);
  if (start < 0 || end < 0) throw new Error('libs/query/README.md has no table "| write | finds |" with an example in TypeScript after it');
  return page('Queries', ABOUT, readme.slice(start, end).trim());
}
