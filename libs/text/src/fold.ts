import { SIMPLIFIED_FORMS } from './simplified-forms.generated.js';

const SIMPLIFIED = new Map<string, string>();
for (let i = 0; i < SIMPLIFIED_FORMS.length; i += 2) SIMPLIFIED.set(SIMPLIFIED_FORMS.charAt(i), SIMPLIFIED_FORMS.charAt(i + 1));

// Radicals, compatibility ideographs, full-width and half-width forms: what extractors and input methods leave in a text
// for an ordinary character. Other compatibility characters (①, ², ㎡) say something else than their parts and stay.
const COMPATIBLE = /[\u2e80-\u2fdf\u3000\uf900-\ufaff\uff00-\uffef]/;

/** Folded code by code; 0 is "not asked yet". Filled on demand, so that loading the module costs nothing. */
const table = new Uint16Array(0x10000);

/** One step of folding; a step that does not keep the length is not taken. */
function step(char: string): string {
  const halfWidth = COMPATIBLE.test(char) ? char.normalize('NFKC') : char;
  const lower = (halfWidth.length === 1 ? halfWidth : char).toLowerCase();
  const cased = lower.length === 1 ? lower : char;
  return SIMPLIFIED.get(cased) ?? cased;
}

function learn(code: number): number {
  let char = String.fromCharCode(code);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  // A few characters take two steps (薴 → 苧 → 苎); without the second, folding twice would differ from folding once.
  for (let steps = 0; steps < 3 && !isSurrogate; steps++) char = step(char);
  const folded = char.charCodeAt(0);
  table[code] = folded;
  return folded;
}

/** Folds one UTF-16 code unit. Halves of surrogate pairs stay as they are. */
export function foldChar(code: number): number {
  const known = table[code] ?? 0;
  return known === 0 ? learn(code) : known;
}

/**
 * The form in which texts are compared: simplified characters, half-width forms, lower case. Each code unit is folded by
 * itself, so the result has the length of the text and an offset in one is an offset in the other.
 */
export function fold(text: string): string {
  let folded = '';
  let copied = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const to = foldChar(code);
    if (to === code) continue;
    folded += text.slice(copied, i) + String.fromCharCode(to);
    copied = i + 1;
  }
  return folded + text.slice(copied);
}
