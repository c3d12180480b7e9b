import type { Byline } from '@wenliu/contracts';
import { readByline } from './byline.js';
import { ORNAMENT } from './marks.js';
import { readNamesAndPlace } from './names.js';
import { isLikelyName } from './surnames.js';

const REPORTER = '(?:记者|記者|通讯员|通訊員|特派员|特派員|编译|編譯)';
/** “〔記者甲／某地報導〕昨日……”, “【特派員甲／某地報導】”. */
const REPORTED = new RegExp(`^[〔【（(][^〕】）)]{0,8}${REPORTER}[^〕】）)]{1,40}[／/][^〕】）)]{2,12}(?:報導|報道|报道|报导|電|电|專訪|专访)[〕】）)](?=\\S)`, 'u');
/** “[某报记者 甲 乙]昨日……”, “【本報記者甲專訪】”. */
const NAMED = new RegExp(`^[〔【[][^〕】\\]，。：]{0,12}${REPORTER}[^〕】\\]，。：]{2,50}[〕】\\]](?=\\S)`, 'u');
/** “本报记者甲报道：昨日……”. */
const SAID = /^([^\s\u3000，。：:]{0,10}(?:记者|記者)[^，。：:]{2,40}?)[\s\u3000]?(?:报道|報道|報導)(?:[：:]|(?=[\s\u3000]))/u;
/** “（记者 甲）昨日……”, “某某新闻记者 甲　昨日……”: where the paragraph begins; a line may be the second of one. */
const BRACKETED = /^[（(][^（(）)，。：]{0,12}(?:记者|記者|通讯员|通訊員)[^（(）)，。：]{2,50}[）)](?=\S)/u;
const SPACED = /^(?:[^\s\u3000，。：:]{0,10}(?:记者|記者|通讯员|通訊員)[\s\u3000]?\p{Script=Han}{2,3}[\s\u3000、])+/u;

/** Of every byline that a text opens with, and of few lines without. */
const SIGN = /[记記]者|[员員]|[编編][译譯]/u;
const REACH = 64;

/** The byline that a text opens with. */
export function readOpeningByline(printed: string): Byline | null {
  if (!SIGN.test(printed.slice(0, REACH))) return null;
  const text = printed.replace(ORNAMENT, '');
  const said = SAID.exec(text)?.[1];
  return said === undefined ? withNames(readReporters(REPORTED.exec(text)?.[0] ?? NAMED.exec(text)?.[0] ?? '')) : readReporters(said);
}

/** The same of a whole paragraph. */
export function readOpeningNames(paragraph: string): Byline | null {
  return readOpeningByline(paragraph) ?? withNames(readReporters(BRACKETED.exec(paragraph)?.[0] ?? SPACED.exec(paragraph)?.[0] ?? ''));
}

/** “【记者追访】……” is the name of a column. */
function withNames(byline: Byline | null): Byline | null {
  return byline?.authors.every(({ name }) => isLikelyName(name)) === true ? byline : null;
}

/** Names behind a word of the trade; “记者甲某地” as well. */
export function readReporters(text: string): Byline | null {
  const byline = readByline(text);
  if (byline !== null && byline.authors.length > 0) return byline;
  const [, role = '', behind = ''] = PLACED.exec(text) ?? [];
  const found = role === '' ? null : readNamesAndPlace(behind);
  return found === null || found.place === '' ? null : { raw: text, authors: found.names.map((name) => ({ name, role })), photographers: [] };
}

const PLACED = /^[〔【[（(]?(\p{Script=Han}{0,10}(?:记者|記者|特派员|特派員))[\s\u3000]?(\p{Script=Han}{4,8})$/u;
