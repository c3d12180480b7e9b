import type { Repair } from '@wenliu/contracts';
import type { OriginalMessages } from '../../i18n/zh-original.js';
import type { LineNote } from '../../lib/line-notes.js';

/** Everything about a repair or suggestion in a line of words. */
export function describeNote({ reason, printed, text, confidence, count }: Repair, kind: LineNote['kind'], m: OriginalMessages): string {
  const becomes = kind === 'repair' ? m.becomes : m.mayBe;
  const change = `${visible(printed) || m.nothing} ${becomes} ${visible(text) || m.nothing}`;
  return [m.repairs[reason], change, ...(count > 1 ? [m.times(count)] : []), m.sure(`${Math.round(confidence * 100)}%`)].join(' · ');
}

/** Blanks as signs that can be seen. */
export function visible(text: string): string {
  return text.replaceAll(' ', '␣').replaceAll('\u3000', '□').replaceAll('\t', '⇥');
}
