import type { Highlights, Query } from '@wenliu/contracts';
import { units, type Unit } from '@wenliu/text';
import { findNear, findPhrase, nearParts, type Occurrence } from './near.js';
import { keyOfUnits } from './unit-key.js';

type TextQuery = Extract<Query, { kind: 'phrase' | 'near' }>;

interface Span {
  start: number;
  end: number;
}

/** What a query looks for in the text; what it excludes is no reason to be found. */
function wantedBy(query: Query): TextQuery[] {
  if (query.kind === 'phrase' || query.kind === 'near') return [query];
  if (query.kind === 'and' || query.kind === 'or') return query.of.flatMap(wantedBy);
  return [];
}

function occurrencesIn(all: readonly Unit[], wanted: readonly TextQuery[]): Occurrence[] {
  const key = keyOfUnits(all);
  return wanted.flatMap((query) =>
    query.kind === 'phrase'
      ? findPhrase(key, query.text)
      : findNear(key, nearParts(query.text), query.distance),
  );
}

/** Ascending, overlapping ones made one. Neighbours that only touch stay two. */
function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    // The same span twice overlaps itself.
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** From the first unit to the last, so punctuation within is marked and punctuation around is not. */
function spanOf(all: readonly Unit[], { unit, length }: Occurrence): Span {
  return { start: all[unit]?.start ?? 0, end: all[unit + length - 1]?.end ?? 0 };
}

function spansIn(text: string, wanted: readonly TextQuery[]): Span[] {
  const all = units(text);
  return merge(occurrencesIn(all, wanted).map((occurrence) => spanOf(all, occurrence)));
}

/** The units of a paragraph that a run over the whole text covers, as a run of that paragraph. */
function clip(run: Span, from: number, to: number): Occurrence {
  const unit = Math.max(run.start, from) - from;
  return { unit, length: Math.min(run.end, to) - from - unit };
}

function spansInText(paragraphs: readonly string[], wanted: readonly TextQuery[]): Highlights['text'] {
  const byParagraph = paragraphs.map(units);
  const found = occurrencesIn(byParagraph.flat(), wanted);
  const runs = merge(found.map(({ unit, length }) => ({ start: unit, end: unit + length })));
  const spans: Highlights['text'] = [];
  let from = 0;
  let next = 0;
  byParagraph.forEach((all, paragraph) => {
    const to = from + all.length;
    for (let run = runs[next]; run && run.start < to; run = runs[++next]) {
      if (all.length > 0) spans.push({ paragraph, ...spanOf(all, clip(run, from, to)) });
      // It goes on in the next paragraph.
      if (run.end > to) break;
    }
    from = to;
  });
  return spans;
}

/** Where an article shows what a query looked for. Empty lists if the query names no text. */
export function highlight(
  query: Query,
  article: { title: string | null; paragraphs: readonly string[] },
): Highlights {
  const wanted = wantedBy(query);
  if (wanted.length === 0) return { title: [], text: [] };
  return {
    title: spansIn(article.title ?? '', wanted.filter(({ field }) => field !== 'text')),
    text: spansInText(article.paragraphs, wanted.filter(({ field }) => field !== 'title')),
  };
}
