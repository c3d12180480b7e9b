import type { Span, Tokens } from '@wenliu/contracts';

/** One segmentation with the offsets worked out once: token `i` is `text.slice(starts[i], starts[i + 1])`. */
export interface TokenView {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  readonly tags: readonly string[];
}

export function viewTokens(text: string, tokens: Tokens): TokenView {
  const { lengths, tags } = tokens;
  const starts = new Int32Array(lengths.length + 1);
  let offset = 0;
  for (let i = 0; i < lengths.length; i += 1) {
    offset += lengths[i] ?? 0;
    starts[i + 1] = offset;
  }
  return { text, count: lengths.length, starts, tags };
}

export function startOf(view: TokenView, token: number): number {
  return view.starts[token] ?? view.text.length;
}

export function lengthOf(view: TokenView, token: number): number {
  return startOf(view, token + 1) - startOf(view, token);
}

export function tagOf(view: TokenView, token: number): string {
  return view.tags[token] ?? '';
}

export function wordOf(view: TokenView, token: number): string {
  return view.text.slice(startOf(view, token), startOf(view, token + 1));
}

/** The text from the first token up to, not including, the end token. */
export function spanOf(view: TokenView, first: number, end: number): Span {
  return [startOf(view, first), startOf(view, end)];
}
