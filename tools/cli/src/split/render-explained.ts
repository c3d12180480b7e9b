import { styleText } from 'node:util';
import type { RawArticle } from '@wenliu/contracts';
import type { LineNote } from '@wenliu/service-ingest/offline';
import { fitWidth } from '../views/fit-width.js';
import type { ExplainedLine } from './explain-lines.js';
import { describeLines } from './render-article.js';

/** Columns of a terminal for a printed line: twenty characters of a newspaper column, and a few more. */
const TEXT_COLUMNS = 50;
const COLOURS = ['cyan', 'yellow', 'green', 'magenta', 'blue', 'red'] as const;

const REASONS: Record<LineNote['reason'], string> = {
  'goes-on': 'goes on from the line before',
  'goes-on-in-mid-sentence': 'goes on in mid-sentence',
  resumes: 'takes an article up again that was left',
  'resumes-in-mid-sentence': 'takes up a sentence that was left open',
  'opens-under-headline': 'an article begins with a headline',
  'opens-under-byline': 'an article begins with a byline',
  'opens-with-dateline': 'an article begins with a dateline',
  'opens-with-continuation-mark': 'an article goes on from another page',
  'opens-with-new-subject': 'an article begins with a new subject',
  'under-picture': 'words of a picture',
  'signs-text': 'signs the text',
  'headline-after-text': 'headline printed behind its text',
  'headline-without-text': 'headline without a text',
  subhead: 'heading within the text',
  frame: 'frame of the page',
};

/** The articles of a document with their numbers, for what stands below. */
export function renderExplainedHead(name: string, articles: readonly RawArticle[], lineCount: number): string {
  const rows = articles.map(({ title, quality, provenance }, i) => {
    const number = colour(i + 1, String(i + 1).padStart(4));
    return `${number}  ${title ?? styleText('dim', '(no title)')}  ${styleText('dim', `${describeLines(provenance.lines)} · quality ${quality}`)}\n`;
  });
  const count = `${articles.length} ${articles.length === 1 ? 'article' : 'articles'}, ${lineCount} ${lineCount === 1 ? 'line' : 'lines'}`;
  return `── ${name} · ${count}\n${rows.join('')}\n${styleText('dim', toColumns('line', 'art.', 'role', 'as printed', 'why (ln of the odds)'))}\n`;
}

export function renderExplainedLine({ line, text, roles, article, reason, score }: ExplainedLine): string {
  const why = reason === null ? '' : `${REASONS[reason]}${score === 0 ? '' : ` (${score.toFixed(1)})`}`;
  const row = toColumns(String(line), article === null ? '-' : String(article), roles.join('+'), text.replaceAll('\t', ' ').trimEnd(), why);
  return `${article === null ? styleText('dim', row) : colour(article, row)}\n`;
}

function toColumns(line: string, article: string, role: string, text: string, why: string): string {
  return `${line.padStart(5)}  ${article.padStart(4)}  ${role.padEnd(14)}  ${fitWidth(text, TEXT_COLUMNS)}  ${why}`.trimEnd();
}

/** Only on a terminal, and not where NO_COLOR is set; the number says the same. */
function colour(article: number, text: string): string {
  return styleText(COLOURS[(article - 1) % COLOURS.length] ?? 'reset', text);
}
