import type { Command } from 'commander';
import { readClientSettings } from '../client-settings.js';
import { forEachInput, openInput } from '../input/read-input.js';
import { jsonOption } from '../options.js';
import { print } from '../output.js';

export function addSegment(program: Command): void {
  program
    .command('segment')
    .description('text → the same lines, words parted by two spaces; with --json words and part-of-speech tags')
    .argument('<file...>', 'text; - is stdin')
    .addOption(jsonOption())
    .action(segment);
}

async function segment(files: string[], { json }: { json?: boolean }): Promise<void> {
  const { textLines } = await import('../input/text-lines.js');
  const { createSegmenter } = await import('@wenliu/tokenizer');
  const { wordsOf } = await import('../tag/words.js');
  const settings = readClientSettings();
  const segmenter = await createSegmenter(settings.WENLIU_NLP_SEGMENTER, { userDictionary: settings.WENLIU_NLP_DICTIONARY });
  const toLine = (line: string): string => {
    const { words, tags } = wordsOf(line, segmenter.segment(line));
    return `${json === true ? JSON.stringify({ words, tags }) : words.join('  ')}\n`;
  };
  await forEachInput(files, async (file) => {
    for await (const lines of textLines(openInput(file))) await print(lines.map(toLine).join(''));
  });
}
