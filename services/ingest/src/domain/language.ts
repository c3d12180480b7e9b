/** The sixty commonest characters of the pages in `seeds/` that the two scripts write differently, simplified first. */
const PAIRS =
  '个個时時学學长長来來车車业業万萬区區场場报報记記两兩县縣说說机機过過设設员員开開点點线線会會电電计計运運为爲从從动動单單装裝' +
  '检檢间間现現产產医醫没沒师師这這进進处處对對农農务務还還头頭条條货貨内內办辦费費当當调調实實门門钟鍾规規级級组組国國们們';

const SIMPLIFIED = 1;
const TRADITIONAL = 2;

/** By UTF-16 code: which script writes it. An array, because every character of every article is asked. */
const SCRIPTS = new Uint8Array(0x10000);
for (let i = 0; i + 1 < PAIRS.length; i += 2) {
  SCRIPTS[PAIRS.charCodeAt(i)] = SIMPLIFIED;
  SCRIPTS[PAIRS.charCodeAt(i + 1)] = TRADITIONAL;
}

/** Enough to tell, and the cost of a 2 MB text stays that of a short one. */
const SAMPLE = 20_000;

interface Language {
  language: string;
  script: 'Hans' | 'Hant' | null;
}

/** By the characters alone: `zh` with its script, `en` for Latin letters, `und` for anything else. */
export function languageOf(text: string): Language {
  const count = { han: 0, kana: 0, latin: 0, other: 0, hans: 0, hant: 0 };
  const end = Math.min(text.length, SAMPLE);
  for (let i = 0; i < end; i++) {
    const kind = kindOf(text.charCodeAt(i));
    if (kind === 'han') {
      count.han++;
      const script = SCRIPTS[text.charCodeAt(i)];
      if (script === SIMPLIFIED) count.hans++;
      else if (script === TRADITIONAL) count.hant++;
    } else if (kind !== null) count[kind]++;
  }
  const letters = count.han + count.kana + count.latin + count.other;
  if (letters === 0) return { language: 'und', script: null };
  // A Latin word has about five letters where a Chinese one has two, so a fifth of Han is still a Chinese text.
  if (count.han >= letters * 0.2 && count.kana < count.han * 0.1) return { language: 'zh', script: scriptOf(count) };
  return { language: count.latin > letters * 0.8 ? 'en' : 'und', script: null };
}

function scriptOf(count: { hans: number; hant: number }): 'Hans' | 'Hant' | null {
  if (count.hans === count.hant) return null;
  return count.hans > count.hant ? 'Hans' : 'Hant';
}

/** Of a UTF-16 code; the first half of a surrogate pair stands for the ideograph that it nearly always begins in Chinese text. */
function kindOf(code: number): 'han' | 'kana' | 'latin' | 'other' | null {
  if (code < 0x80) return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a ? 'latin' : null;
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf)) return 'han';
  if (code >= 0xd840 && code <= 0xd888) return 'han';
  if (code >= 0x3041 && code <= 0x30fa) return 'kana';
  if (code >= 0xc0 && code <= 0x24f) return 'latin';
  const isLetter = (code >= 0x370 && code <= 0x1fff) || (code >= 0xac00 && code <= 0xd7a3);
  return isLetter ? 'other' : null;
}
