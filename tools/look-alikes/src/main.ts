import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { foldChar } from '@wenliu/text';
import { charLikelihood } from '@wenliu/text/words';
import { readGlyphs } from './bdf.js';
import { blurred, likeness } from './shapes.js';
import { readStrokes, sharedParts } from './strokes.js';
import { lineOf } from './table.js';

const USAGE = 'node tools/look-alikes/dist/main.js STROKES FONT.bdf…\n';
const OUT = fileURLToPath(new URL('../../../libs/text/data/look-alikes.txt', import.meta.url));
/** Only so many, the commonest, are what something else is read as. */
const COMMON = 4500;
const FIRST = 0x4e00;
const LAST = 0x9fff;
/** What the model says of characters that are in no word. */
const IN_NO_WORD = -20;

const [strokesPath, ...fontPaths] = process.argv.slice(2);
if (strokesPath === undefined || fontPaths.length === 0) {
  process.stderr.write(USAGE);
  process.exit(1);
}

const codes = Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i).filter((code) => charLikelihood(foldChar(code)) > IN_NO_WORD);
const simplified = codes.filter((code) => foldChar(code) === code);
const common = new Set([...simplified].sort((a, b) => charLikelihood(b) - charLikelihood(a)).slice(0, COMMON));
/** Simplified characters that traditional text has no use for, nearly. */
const replaced = new Set(codes.filter((code) => foldChar(code) !== code).map(foldChar));

const fonts = fontPaths.map((path) => readGlyphs(readFileSync(path, 'utf8'), new Set(codes)));
const shapes = new Map(codes.map((code) => [code, fonts.flatMap((glyphs) => (glyphs.has(code) ? [blurred(glyphs.get(code) ?? new Uint8Array())] : []))]));
const parts = sharedParts(readStrokes(readFileSync(strokesPath, 'utf8')));
const readings = codes.filter((code) => common.has(foldChar(code)));

/** A text is in one script, and so is what its characters are read as; they are never read as another form of themselves, but for rare forms. */
function isReading(printed: number, other: number): boolean {
  const isTraditional = foldChar(printed) !== printed;
  return other !== printed && (isTraditional ? foldChar(other) !== other || !replaced.has(other) : foldChar(other) === other);
}

const lines = codes.map((code) => {
  const shape = shapes.get(code) ?? [];
  const others = readings.filter((other) => isReading(code, other)).map((other) => ({ char: String.fromCharCode(other), likeness: likeness(shape, shapes.get(other) ?? []) }));
  const char = String.fromCharCode(code);
  return lineOf({ char, others, parts: parts.get(char) ?? new Set() });
});
writeFileSync(OUT, `${lines.join('\n')}\n`);
process.stdout.write(`${lines.length} characters: ${OUT}\n`);
