import type { Command } from 'commander';
import { reportFailure, say } from '../failures.js';
import { forEachInput } from '../input/read-input.js';
import { addHintOptions, jsonOption, typeOption, type HintOptions } from '../options.js';
import { printJson, print } from '../output.js';
import type { SplitDocument } from '../split/split-input.js';

interface SplitCommandOptions extends HintOptions {
  json?: boolean;
  explain?: boolean;
  type?: string;
}

export function addSplit(program: Command): void {
  const command = program
    .command('split')
    .description('page → articles, no server; receivedAt is 1970-01-01, so that the same bytes always give the same lines')
    .argument('<file...>', 'text, Markdown, HTML, JSON or NDJSON; - is stdin');
  addHintOptions(command)
    .addOption(typeOption())
    .option('--explain', 'instead of the articles each line of the original: its role, its article and why')
    .addOption(jsonOption())
    .action(split);
}

async function split(files: string[], options: SplitCommandOptions): Promise<void> {
  const { splitInput } = await import('../split/split-input.js');
  await forEachInput(files, async (file) => {
    for await (const document of splitInput(file, options)) await show(document, options);
  });
}

async function show(document: SplitDocument, { json, explain }: SplitCommandOptions): Promise<void> {
  if (document.kind === 'unreadable') return reportFailure(`${document.name}: ${document.detail}`);
  const { name, result } = document;
  switch (result.kind) {
    case 'failed':
      return reportFailure(`${name}: ${result.detail} (${result.reason})`);
    case 'empty':
      return say(`wenliu: ${name}: there is no article in it`);
    case 'articles':
      if (explain === true) return showLines(name, result, document.lines(), json === true);
      return showArticles(name, result, json === true);
  }
}

type Articles = Extract<Extract<SplitDocument, { kind: 'split' }>['result'], { kind: 'articles' }>;

async function showArticles(name: string, { articles }: Articles, json: boolean): Promise<void> {
  const { renderArticle } = await import('../split/render-article.js');
  for (const [i, article] of articles.entries()) {
    if (json) await printJson(article);
    else await print(renderArticle(article, `${name} · ${i + 1} of ${articles.length}`));
  }
}

async function showLines(name: string, result: Articles, lines: readonly string[], json: boolean): Promise<void> {
  const { explainLines } = await import('../split/explain-lines.js');
  const { renderExplainedHead, renderExplainedLine } = await import('../split/render-explained.js');
  if (!json) await print(renderExplainedHead(name, result.articles, lines.length));
  for (const line of explainLines(result, lines)) {
    const id = line.article === null ? null : (result.articles[line.article - 1]?.id ?? null);
    await (json ? printJson({ document: name, ...line, articleId: id }) : print(renderExplainedLine(line)));
  }
}
