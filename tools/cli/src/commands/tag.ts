import type { Command } from 'commander';
import { readClientSettings } from '../client-settings.js';
import { reportFailure } from '../failures.js';
import { forEachInput } from '../input/read-input.js';
import { jsonOption } from '../options.js';
import { printJson } from '../output.js';

export function addTag(program: Command): void {
  program
    .command('tag')
    .description('RawArticle lines (only `paragraphs` is needed) or plain text → TaggedArticle lines, no server')
    .argument('<file...>', 'RawArticle lines, JSON, or the text of one article; - is stdin')
    .addOption(jsonOption())
    .action(tag);
}

async function tag(files: string[]): Promise<void> {
  const { readArticles } = await import('../tag/read-articles.js');
  const { createTools, tagArticle } = await import('@wenliu/service-nlp/offline');
  const { loadIdf } = await import('@wenliu/tokenizer');
  const settings = readClientSettings();
  const tools = await createTools({
    segmenter: settings.WENLIU_NLP_SEGMENTER,
    userDictionary: settings.WENLIU_NLP_DICTIONARY ?? null,
    idf: await loadIdf(),
  });
  await forEachInput(files, async (file) => {
    for await (const read of readArticles(file)) {
      if (read.ok) await printJson(tagArticle(read.article, tools));
      else reportFailure(`${read.place}: ${read.detail}`);
    }
  });
}
