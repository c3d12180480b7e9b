import type { Command } from 'commander';
import { reportFailure, say } from '../failures.js';
import { forEachInput } from '../input/read-input.js';
import { addHintOptions, jsonOption, typeOption, type HintOptions } from '../options.js';
import { printJson, print } from '../output.js';
import type { SplitDocument } from '../split/split-input.js';

interface SplitCommandOptions extends HintOptions {
  json?: boolean;
  type?: string;
}

export function addSplit(program: Command): void {
  const command = program
    .command('split')
    .description('page → articles, no server; receivedAt is 1970-01-01, so that the same bytes always give the same lines')
    .argument('<file...>', 'text, Markdown, HTML, JSON or NDJSON; - is stdin');
  addHintOptions(command)
    .addOption(typeOption())
    .addOption(jsonOption())
    .action(split);
}

async function split(files: string[], options: SplitCommandOptions): Promise<void> {
  const { splitInput } = await import('../split/split-input.js');
  await forEachInput(files, async (file) => {
    for await (const document of splitInput(file, options)) await show(document, options.json === true);
  });
}

async function show(document: SplitDocument, json: boolean): Promise<void> {
  if (document.kind === 'unreadable') return reportFailure(`${document.name}: ${document.detail}`);
  const { name, result } = document;
  switch (result.kind) {
    case 'failed':
      return reportFailure(`${name}: ${result.detail} (${result.reason})`);
    case 'empty':
      return say(`wenliu: ${name}: there is no article in it`);
    case 'articles': {
      const { renderArticle } = await import('../split/render-article.js');
      for (const [i, article] of result.articles.entries()) {
        if (json) await printJson(article);
        else await print(renderArticle(article, `${name} · ${i + 1} of ${result.articles.length}`));
      }
    }
  }
}
