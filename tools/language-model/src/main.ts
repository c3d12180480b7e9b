import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { readJiebaWords } from './jieba-words.js';
import { readModel } from './model.js';
import { pack } from './pack.js';

/** So many fit a table of 2²⁰ places, and tell lines apart as well as all. */
const MOST_PAIRS = 700_000;
const OUT = fileURLToPath(new URL('../../../libs/text/data/language-model.bin', import.meta.url));
const JIEBA = join(dirname(createRequire(import.meta.url).resolve('nodejs-jieba')), '../dict/jieba.dict.utf8');

const lines: string[] = [];
for await (const line of createInterface({ input: process.stdin })) {
  if (line.startsWith('\\3-grams:')) break;
  lines.push(line);
}
const model = readModel(lines, readJiebaWords(readFileSync(JIEBA, 'utf8')), MOST_PAIRS);
const bytes = pack(model);
writeFileSync(OUT, bytes);
const pairs = model.pairs.reduce((sum, { size }) => sum + size, 0);
process.stdout.write(`${model.words.length} words, ${pairs} pairs, ${bytes.length} bytes: ${OUT}\n`);
