import { articleRaw, articleText, RawArticle } from '@wenliu/contracts';
import type { IssuePart } from '@wenliu/ports';
import { aDocument } from '@wenliu/testing';
import { describe, expect, it } from '@jest/globals';
import { readContinuedIssues, type ContinuedIssue, type Place } from './continued-issues.fixture.js';
import { Continuations } from './continuations.js';
import { documentId } from './domain/identity.js';
import split from './split.worker.js';

const ORDERS = 24;
const NONE = { pairs: 0, joined: 0, wrong: 0, lost: 0, marksLeft: 0 };
type Figures = typeof NONE;

/** The two calls that joining makes; the contract of the real ones is tested with their adapters. */
class Notes {
  private readonly kept = new Map<string, readonly IssuePart[]>();
  keepParts = async (id: string, parts: readonly IssuePart[]): Promise<void> => void this.kept.set(id, parts);
  parts = async (issue: string): Promise<RawArticle[]> => [...this.kept.values()].flat().filter((part) => part.issue === issue).map(({ article }) => article);
}

/** All orders of up to four pages; of more, as many drawn at random, the same ones in every run. */
function ordersOf(files: readonly string[]): string[][] {
  if (files.length <= 4) return permutations(files);
  let state = 20_261_121;
  const next = (below: number): number => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) % below;
  return Array.from({ length: ORDERS }, () => {
    const order = [...files];
    for (let i = order.length - 1; i > 0; i -= 1) order.splice(i, 0, ...order.splice(next(i + 1), 1));
    return order;
  });
}

function permutations<T>(items: readonly T[]): T[][] {
  return items.length < 2 ? [[...items]] : items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}

/** What is there in the end: of each article the newest version, where that is no tombstone. */
async function livingAfter(issue: ContinuedIssue, order: readonly string[]): Promise<RawArticle[]> {
  const continuations = new Continuations(new Notes());
  const newest = new Map<string, RawArticle>();
  for (const file of order) {
    const bytes = issue.pages.get(file) ?? new Uint8Array();
    const id = documentId(bytes);
    const [answer] = split({ documents: [{ received: aDocument({ id, bytes: bytes.length }), bytes }] });
    if (answer?.outcome.kind !== 'forward') throw new Error(`${issue.name}/${file} gives no articles`);
    const { outputs } = await continuations.join(id, answer.outcome, answer.parts);
    for (const article of outputs.map(({ topic, value }) => (topic === articleRaw.name ? RawArticle.parse(JSON.parse(new TextDecoder().decode(value))) : null))) {
      if (article !== null && (newest.get(article.id)?.version ?? -1) < article.version) newest.set(article.id, article);
    }
  }
  return [...newest.values()].filter(({ change }) => change.kind !== 'superseded');
}

interface Piece {
  documentId: string;
  text: string;
}

/** An article's text cut at its joins. */
function piecesOf(article: RawArticle): Piece[] {
  const text = articleText(article);
  const { map, continuations } = article.provenance;
  const begins = continuations.map((one) => one.map[0]?.[0] ?? text.length);
  const ids = [article.documentId, ...continuations.map((one) => one.documentId)];
  return ids.map((id, i) => ({ documentId: id, text: text.slice(i === 0 ? (map[0]?.[0] ?? 0) : begins[i - 1], begins[i]) }));
}

function measure(issue: ContinuedIssue, living: readonly RawArticle[]): { figures: Figures; faults: string[] } {
  const idOf = new Map([...issue.pages].map(([file, bytes]) => [file, documentId(bytes)]));
  const isAt = ([file, words]: Place, piece: Piece): boolean => piece.documentId === idOf.get(file) && piece.text.includes(words);
  const pairs = issue.chains.flatMap((chain) => chain.slice(1).map((tail, i) => [chain[i] ?? tail, tail] as const));
  const pieces = living.map(piecesOf);
  const joins = pieces.flatMap((of) => of.slice(1).map((tail, i) => [of[i] ?? tail, tail] as const));
  const missed = pairs.filter(([head, tail]) => !joins.some(([a, b]) => isAt(head, a) && isAt(tail, b)));
  const wrong = joins.filter(([a, b]) => !pairs.some(([head, tail]) => isAt(head, a) && isAt(tail, b)));
  const lost = [...issue.chains.flat(), ...issue.apart].filter((place) => pieces.flat().filter((piece) => isAt(place, piece)).length !== 1);
  const marks = living.filter(({ provenance }) => provenance.continuations.length > 0).map(articleText).filter((text) => /[上下]接|下[转轉]|紧接/u.test(text));
  return {
    figures: { pairs: pairs.length, joined: pairs.length - missed.length, wrong: wrong.length, lost: lost.length, marksLeft: marks.length },
    faults: [
      ...missed.map(([head, tail]) => `missed ${head[1]} + ${tail[1]}`), ...wrong.map(([a, b]) => `wrong ${a.text.slice(0, 30)} + ${b.text.slice(0, 30)}`),
      ...lost.map(([file, words]) => `not once ${file} ${words}`), ...marks.map((text) => `mark left in ${text.slice(0, 30)}`),
    ],
  };
}

const add = (a: Figures, b: Figures): Figures =>
  ({ pairs: a.pairs + b.pairs, joined: a.joined + b.joined, wrong: a.wrong + b.wrong, lost: a.lost + b.lost, marksLeft: a.marksLeft + b.marksLeft });

describe('articles continued on other pages', () => {
  it('are joined, whatever order their pages come in, and never to what is not theirs', async () => {
    let total = NONE;
    const report: string[] = [];
    for (const issue of readContinuedIssues()) {
      const orders = ordersOf([...issue.pages.keys()]);
      let sum = NONE;
      const faults = new Map<string, number>();
      for (const order of orders) {
        const measured = measure(issue, await livingAfter(issue, order));
        sum = add(sum, measured.figures);
        for (const fault of measured.faults) faults.set(fault, (faults.get(fault) ?? 0) + 1);
      }
      total = add(total, sum);
      report.push(`${issue.name}, ${orders.length} orders: ${JSON.stringify(sum)}`, ...[...faults].map(([fault, times]) => `  ${times}× ${fault}`));
    }
    process.stdout.write([...report, `all: ${JSON.stringify(total)}`, ''].join('\n'));
    expect(total).toMatchObject({ wrong: 0, lost: 0, marksLeft: 0 });
    expect(total.joined / total.pairs).toBeGreaterThanOrEqual(0.95);
  });
});
