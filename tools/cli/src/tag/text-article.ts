import type { RawArticle, TextRun } from '@wenliu/contracts';
import { decodeBytes } from '@wenliu/text';
import { CommandFailed } from '../failures.js';
import { fillArticle } from './fill-article.js';

/** Plain text as one article without a title: each line that is not blank is a paragraph, and is mapped to its place. */
export function textArticle(bytes: Uint8Array): RawArticle {
  const decoding = decodeBytes(bytes);
  if (decoding.kind === 'failed') throw new CommandFailed(decoding.detail);
  const lines = decoding.text.split('\n');
  const paragraphs: string[] = [];
  const map: TextRun[] = [];
  let start = 0;
  for (const [index, line] of lines.entries()) {
    const paragraph = line.trim();
    if (paragraph === '') continue;
    paragraphs.push(paragraph);
    map.push([start, start + paragraph.length, index + 1, line.indexOf(paragraph) + 1]);
    start += paragraph.length + 1;
  }
  if (paragraphs.length === 0) throw new CommandFailed('there is no text in it');
  const filled = fillArticle({ paragraphs, provenance: { lines: [[1, lines.length]], map } }, bytes);
  if (!filled.ok) throw new Error('paragraphs alone make an article');
  return filled.article;
}
