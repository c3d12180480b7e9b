import { InvalidArgumentError, Option, type Command } from 'commander';

export interface ServerOptions {
  url?: string;
  key?: string;
  json?: boolean;
}

export interface HintOptions {
  publication?: string;
  date?: string;
  page?: string;
}

export const jsonOption = (): Option => new Option('--json', 'one JSON object a line');

/** For commands that ask a server. */
export function addServerOptions(command: Command): Command {
  return command
    .addOption(new Option('--url <url>', 'the server (WENLIU_HTTP_HOST and WENLIU_HTTP_PORT, else http://127.0.0.1:8080)').argParser(parseUrl))
    .option('--key <key>', 'API key, where the server asks for one')
    .addOption(jsonOption());
}

/** What is known of the pages and may not be printed on them. */
export function addHintOptions(command: Command): Command {
  return command
    .option('--publication <name>', 'the newspaper, where the page does not say it')
    .addOption(new Option('--date <date>', 'day of issue, YYYY-MM-DD').argParser(parseDate))
    .option('--page <page>', 'number of the page, where the page does not say it');
}

export const typeOption = (): Option =>
  new Option('--type <type>', 'media type, where the file name does not tell: text/plain, text/markdown, text/html, application/json, application/x-ndjson');

export function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('It must be a whole number, 1 or more.');
  return count;
}

/** Stays text: it takes the place of a setting. */
export function parsePort(text: string): string {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('It must be a number from 0 to 65535.');
  return text;
}

function parseUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) throw new InvalidArgumentError('It must be an address like http://127.0.0.1:8080.');
  return text.replace(/\/+$/, '');
}

function parseDate(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : NaN;
  // 30 February is a time in March.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text)) throw new InvalidArgumentError('It must be a day like 2024-01-31.');
  return text;
}
