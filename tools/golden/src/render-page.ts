import type { RawArticle } from '@wenliu/contracts';
import type { SplitResult } from '@wenliu/service-ingest/offline';

type Ranges = readonly (readonly [number, number])[];

/** What the splitter makes of a page, for reviews: article by article, role by role, with the printed lines in front. */
export function renderPage(name: string, result: SplitResult): string {
  if (result.kind !== 'articles') return `${name}: ${result.kind}\n`;
  const rest = result.residue.filter(({ role }) => role !== 'blank').map(({ role, lines }) => row(span(lines), role));
  return [
    `${name}: articles ${result.articles.length}`,
    ...result.articles.flatMap((article, i) => ['', `== ${i + 1} · quality ${article.quality.toFixed(2)}`, ...articleRows(article)]),
    ...(rest.length === 0 ? [] : ['', '== of no article', ...rest]),
    '',
  ].join('\n');
}

function articleRows(article: RawArticle): string[] {
  const { kicker, title, subtitle, byline, agency, dateline, continuedFrom, continuesTo, complete } = article;
  const authors = byline.authors.map(({ name, role }) => (role === '' ? name : `${name}/${role}`)).join(' ');
  const field = (name: string, value: string | null | undefined): string[] => (value ? [row('', `${name}: ${value}`)] : []);
  return [
    ...field('lines in reading order', article.provenance.lines.map(span).join(' ')),
    ...field('kicker', kicker),
    row('', `title: ${title ?? '(none)'}`),
    ...field('subtitle', subtitle),
    ...field('byline', byline.raw),
    ...field('authors', authors),
    ...field('photographers', byline.photographers.join(' ')),
    ...field('agency', agency),
    ...field('dateline', dateline?.raw),
    ...field('continued from', continuedFrom),
    ...paragraphRows(article),
    ...article.captions.map(({ text, credit, lines }) => row(lines.map(span).join(' '), `caption: ${text}${credit === null ? '' : ` [${credit}]`}`)),
    ...field('continues to', continuesTo),
    ...(complete ? [] : [row('', 'not complete')]),
  ];
}

function paragraphRows({ paragraphs, provenance }: RawArticle): string[] {
  let start = 0;
  return paragraphs.map((paragraph) => {
    const end = start + paragraph.length;
    const lines = provenance.map.flatMap(([from, to, line]) => (from < end && to > start ? [line] : []));
    start = end + 1;
    return row(runsOf(lines).map(span).join(' '), `　${paragraph}`);
  });
}

/** Lines in the order of reading as ranges that ascend by one. */
function runsOf(lines: readonly number[]): Ranges {
  const runs: [number, number][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last !== undefined && (line === last[1] || line === last[1] + 1)) last[1] = line;
    else runs.push([line, line]);
  }
  return runs;
}

const span = ([first, last]: readonly [number, number]): string => (first === last ? `${first}` : `${first}-${last}`);
const row = (lines: string, text: string): string => `${lines.padEnd(9)} ${text}`;
