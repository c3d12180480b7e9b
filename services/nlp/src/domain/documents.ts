import type { NamedDocument, Span } from '@wenliu/contracts';

/** The longest names of laws and notices have about 100 characters; a mark left open further back is damage. */
const MAX_TITLE_LENGTH = 150;

/** Longer before shorter: 办法 also ends in 法. */
const KINDS = ['条例', '办法', '意见', '规划', '方案', '报告', '通知', '法'];

/** 书法, 方法 and the like end in 法 and are no laws. */
const NOT_A_LAW = /[书方做说看用想语兵魔]法$/;

/** Names in 《》 and, inside them, 〈〉. A mention covers the name without its marks; a name broken over lines is joined. */
export function findDocuments(text: string): NamedDocument[] {
  const documents = new Map<string, NamedDocument>();
  for (const span of quotedSpans(text)) {
    const title = text.slice(span[0], span[1]).replace(/\s*\n\s*/g, '').trim();
    if (title === '') continue;
    const known = documents.get(title);
    if (known === undefined) documents.set(title, { title, kind: kindOf(title), issuer: null, mentions: [span] });
    else known.mentions.push(span);
  }
  return [...documents.values()];
}

function quotedSpans(text: string): Span[] {
  const spans: Span[] = [];
  const open: { mark: string; start: number }[] = [];
  for (const match of text.matchAll(/[《》〈〉]/g)) {
    const mark = match[0];
    if (mark === '《' || (mark === '〈' && open.length > 0)) {
      open.push({ mark, start: match.index + 1 });
      continue;
    }
    const partner = mark === '》' ? '《' : '〈';
    const at = open.findLastIndex((opened) => opened.mark === partner);
    if (at === -1) continue;
    const start = open[at]?.start ?? match.index;
    open.length = at;
    if (match.index - start <= MAX_TITLE_LENGTH) spans.push([start, match.index]);
  }
  return spans.sort((a, b) => a[0] - b[0]);
}

function kindOf(title: string): string | null {
  const bare = title.replace(/[（(〔][^（）()〔〕]*[）)〕]$/, '').trim();
  const kind = KINDS.find((suffix) => bare.length > suffix.length && bare.endsWith(suffix)) ?? null;
  return kind === '法' && NOT_A_LAW.test(bare) ? null : kind;
}
