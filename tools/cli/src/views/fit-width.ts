import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** The text in exactly so many columns of a terminal, where a Chinese character has two; what is too long ends in `…`. */
export function fitWidth(text: string, columns: number): string {
  let kept = '';
  let width = 0;
  // The last place within `columns` that leaves room for the sign.
  let cut = '';
  for (const { segment } of graphemes.segment(text)) {
    width += stringWidth(segment);
    if (width > columns) return cut + '…' + ' '.repeat(columns - stringWidth(cut) - 1);
    kept += segment;
    if (width < columns) cut = kept;
  }
  return kept + ' '.repeat(columns - width);
}
