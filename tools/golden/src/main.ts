import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AllAccepted, CORPUS_NAMES, dropsSince, toAccepted } from './accepted.js';
import { changeOf, summarize } from './changes.js';
import { readPages, type Page } from './corpus.js';
import { Tally } from './measures.js';
import { scoreNames } from './names.js';
import { renderPage } from './render-page.js';
import { scorePage } from './score-page.js';
import { pageLines, scoreLines } from './table.js';

const USAGE = `npm run golden -- [WORD…] [--pages] [--errors] [--update] [--texts DIR --gold DIR]
  WORD         only pages whose name has the word; nothing is compared then
  --pages      the scores page by page
  --errors     what is wrong
  --update     accept scores and output as they are
  --texts, --gold   score another corpus: its pages and their gold
`;
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SEEDS = join(ROOT, 'seeds');
const CORPORA = [SEEDS, join(SEEDS, 'corpus')].map((pages) => ({ pages, gold: join(pages, 'gold') }));
const FORMS = join(SEEDS, 'forms');
const EXPECTED = join(SEEDS, 'golden');
const SCORES = join(EXPECTED, 'scores.json');

const { values: options, positionals: words } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'boolean', default: false },
    errors: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
    texts: { type: 'string' },
    gold: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

async function run(): Promise<number> {
  if (options.help) return say([USAGE]);
  if (options.texts !== undefined && options.gold !== undefined) {
    show(await readPages({ pages: resolve(options.texts), gold: resolve(options.gold) }));
    return 0;
  }
  const pages = (await Promise.all(CORPORA.map(readPages))).flat();
  const total = show(pages);
  if (words.length > 0) return 0;
  const forms = await readPages({ pages: join(FORMS, 'pages'), gold: join(FORMS, 'gold') });
  say(['', `${forms.length} small pages, each with a form that papers print`]);
  const ofForms = show(forms);
  const names = await scoreNames(join(FORMS, 'names.tsv'));
  say(['', `${names.forms} forms of names and sources`, ...scoreLines(names.tally)]);
  if (options.errors) say(['', ...names.tally.errors]);
  const accepted = { pages: toAccepted(pages.length, total), forms: toAccepted(forms.length, ofForms), names: toAccepted(names.forms, names.tally) };
  return options.update ? update(pages, accepted) : compare(pages, accepted);
}

/** Prints the scores of the pages that were asked for, and gives their sum. */
function show(all: readonly Page[]): Tally {
  const pages = all.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  const total = new Tally();
  const scored = pages.map((page) => ({ name: page.name, tally: scorePage(page.gold, page.text, articlesOf(page)) }));
  for (const { tally } of scored) total.merge(tally);
  if (options.pages) say([...pageLines(scored), '']);
  say(scoreLines(total));
  if (options.errors) say(['', ...total.errors]);
  return total;
}

const articlesOf = ({ result }: Page) => (result.kind === 'articles' ? result.articles : []);
const expectedPath = ({ name }: Page): string => join(EXPECTED, `${name}.txt`);

async function update(pages: readonly Page[], accepted: AllAccepted): Promise<number> {
  await mkdir(EXPECTED, { recursive: true });
  await writeFile(SCORES, `${JSON.stringify(accepted, null, 2)}\n`);
  await Promise.all(pages.map((page) => writeFile(expectedPath(page), renderPage(page.gold.file, page.result))));
  return say(['', `accepted: ${SCORES.slice(ROOT.length)} and the output of ${pages.length} pages beside it`]);
}

async function compare(pages: readonly Page[], now: AllAccepted): Promise<number> {
  const changes = await Promise.all(
    pages.map(async (page) => changeOf(page.name, existsSync(expectedPath(page)) ? await readFile(expectedPath(page), 'utf8') : '', renderPage(page.gold.file, page.result))),
  );
  say(summarize(changes.filter(({ removed, added }) => removed.length + added.length > 0)));
  const before = AllAccepted.parse(JSON.parse(await readFile(SCORES, 'utf8')));
  const drops = CORPUS_NAMES.flatMap((corpus) => dropsSince(before[corpus], now[corpus]).map((drop) => ({ corpus, ...drop })));
  say(drops.map(({ corpus, measure, before, now }) => `DROPPED ${corpus}, ${measure}: ${before.toFixed(3)} → ${now.toFixed(3)}`));
  for (const corpus of CORPUS_NAMES) if (before[corpus].pages !== now[corpus].pages) say([`${corpus}: ${now[corpus].pages}, ${before[corpus].pages} when they were last accepted`]);
  return drops.length === 0 ? 0 : 1;
}

function say(lines: readonly string[]): number {
  for (const line of lines) process.stdout.write(`${line}\n`);
  return 0;
}

process.exitCode = await run();
