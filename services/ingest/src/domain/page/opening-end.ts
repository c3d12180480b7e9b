import { readDateline } from './dateline.js';
import { BESIDE_NUMBER } from './marks.js';
import { readOpeningNames } from './opening.js';

/** “摄影报道 ”, “ 报道：”: what may stand behind the names. */
const REPORTED = /^[\s\u3000]?(?:摄影|攝影)?(?:报道|報道|報導)/u;
const REACH = 120;

/**
 * How many characters of `text` are a dateline and the names with it, and the blank that parts them from what is told: “本报讯 开渔一月”,
 * “本报记者 甲 报道 开渔一月”. Blanks in there part words, in the text behind it they are damage.
 */
export function endOfOpening(text: string): number {
  const printed = text.slice(0, REACH);
  const head = printed.replace(BESIDE_NUMBER, '');
  const dateline = readDateline(head);
  const raw = dateline?.dateline.raw ?? '';
  const ends = raw === '' ? [0] : [head.indexOf(raw) + raw.length];
  for (const { name } of (dateline ?? readOpeningNames(head))?.authors ?? []) {
    const last = head.indexOf(name.at(-1) ?? '', ends.at(-1));
    if (last !== -1) ends.push(last + 1);
  }
  const end = ends.at(-1) ?? 0;
  return end === 0 ? 0 : placeOf(printed, head, end + (REPORTED.exec(head.slice(end))?.[0].length ?? 0)) + 1;
}

/** Where in `printed` the first `end` characters of `head`, which lacks some blanks, are at their end. */
function placeOf(printed: string, head: string, end: number): number {
  let place = 0;
  for (let i = 0; i < end && place < printed.length; place += 1) if (printed.charAt(place) === head.charAt(i)) i += 1;
  return place;
}
