import { COMPOUND_SURNAMES, GIVEN, SURNAMES, TRANSCRIPTION } from './name-characters.js';
import { NOT_PERSONS, UNTAGGED_PLACES } from './not-names.js';
import { isTitle } from './titles.js';
import { lengthOf, startOf, tagOf, wordOf, type TokenView } from './token-view.js';

/** A transcribed name is cut in up to four pieces; longer runs are lists. */
const MAX_PIECES = 4;

const DOT = 0xb7;
const PLACE_ENDINGS: ReadonlySet<string> = new Set('省 市 州 县 区 镇 村 乡 河 江 湖 山 岛 港 湾 海峡 半岛 地区 城 郡'.split(' '));

/** The token after the name that begins at `token`; `token` itself where none does. */
export function endOfName(view: TokenView, token: number): number {
  const tag = tagOf(view, token);
  const length = lengthOf(view, token);
  if (length === 2 && COMPOUND_SURNAMES.has(wordOf(view, token))) return endOfGivenName(view, token);
  if (tag.startsWith('nr')) {
    if (length === 1) return isSurnameAt(view, token) ? endOfGivenName(view, token) : endOfTranscribedName(view, token);
    if (isChineseName(view, token)) return token + 1;
    return endOfTranscribedName(view, token);
  }
  return tag === 'x' ? endOfNewName(view, token) : token;
}

/** A dictionary name: surname and one or two characters, or a compound surname. */
function isChineseName(view: TokenView, token: number): boolean {
  const length = lengthOf(view, token);
  if (length > 4) return false;
  const word = wordOf(view, token);
  if (NOT_PERSONS.has(word) || UNTAGGED_PLACES.has(word) || isTitle(word)) return false;
  if (length >= 3 && COMPOUND_SURNAMES.has(word.slice(0, 2))) return true;
  return length <= 3 && SURNAMES.has(word.charCodeAt(0)) && !/[人家族氏杯]$/.test(word);
}

/** A word the segmenter made up: `x` is also what it gives to bad cuts, so its characters must be those of a name. */
function endOfNewName(view: TokenView, token: number): number {
  const length = lengthOf(view, token);
  if (length < 2 || !isHan(view, token)) return token;
  const hasTitle = isTitleAt(view, token - 1) || isTitleAt(view, token + 1);
  if (hasTitle && isTranscription(view, token)) return token + 1;
  if (length > 3 || !isSurnameAt(view, token) || NOT_PERSONS.has(wordOf(view, token))) return token;
  if (length === 3) return hasTitle || isGiven(view, token, 1) ? token + 1 : token;
  if (isGivenEnd(view, token + 1)) return token + 2;
  return isGiven(view, token, 1) ? token + 1 : token;
}

/** A surname that stands alone, with a given name of one word or two single characters behind it. */
function endOfGivenName(view: TokenView, surname: number): number {
  const next = surname + 1;
  if (next >= view.count || isTitleAt(view, next)) return surname;
  const length = lengthOf(view, next);
  if (length === 2) return isGivenWord(view, next) ? next + 1 : surname;
  if (length !== 1 || !isGiven(view, next, 0)) return surname;
  return isGivenEnd(view, next + 1) ? next + 2 : next + 1;
}

/** A name or new word with one character of given names, or an ordinary word of nothing but such characters. */
function isGivenWord(view: TokenView, token: number): boolean {
  const tag = tagOf(view, token);
  if (tag === 'x' || tag === 'nz' || tag === 'ns' || tag.startsWith('nr')) return isGiven(view, token, 0);
  const start = startOf(view, token);
  return GIVEN.has(view.text.charCodeAt(start)) && GIVEN.has(view.text.charCodeAt(start + 1));
}

/** The last character of a given name that the segmenter cut off. */
function isGivenEnd(view: TokenView, token: number): boolean {
  if (token >= view.count || lengthOf(view, token) !== 1 || !isGiven(view, token, 0)) return false;
  const tag = tagOf(view, token);
  return tag.startsWith('n') || tag === 'x' || tag === 'zg' || tag === 'a' || tag === 'j' || tag === 'g';
}

function isSurnameAt(view: TokenView, token: number): boolean {
  return SURNAMES.has(view.text.charCodeAt(startOf(view, token)));
}

function isTitleAt(view: TokenView, token: number): boolean {
  return token >= 0 && token < view.count && lengthOf(view, token) >= 2 && isTitle(wordOf(view, token));
}

/** Whether a character of the token, from the given one on, is one of given names. */
function isGiven(view: TokenView, token: number, from: number): boolean {
  for (let i = startOf(view, token) + from; i < startOf(view, token + 1); i += 1) {
    if (GIVEN.has(view.text.charCodeAt(i))) return true;
  }
  return false;
}

/** A foreign name: the dictionary's, and the pieces behind it that are written with the characters of transcriptions only. */
function endOfTranscribedName(view: TokenView, token: number): number {
  if (!isTranscription(view, token)) return token;
  let end = token + 1;
  while (end < view.count && end < token + MAX_PIECES && isLoosePiece(view, end)) end += 1;
  if (startOf(view, end) - startOf(view, token) < 2) return token;
  const word = wordOf(view, token);
  if (end === token + 1 && (UNTAGGED_PLACES.has(word) || NOT_PERSONS.has(word))) return token;
  return end < view.count && PLACE_ENDINGS.has(wordOf(view, end)) ? token : end;
}

/** As `endOfName`, for names with a middle dot; the pieces on both sides of it may be cut. */
export function endOfDottedName(view: TokenView, token: number): number {
  let at = token;
  if (!isHan(view, at)) return token;
  if (isDot(view, at + 1)) at += 1;
  else {
    while (at < view.count && at < token + MAX_PIECES && isTranscription(view, at)) at += 1;
    if (!isDot(view, at)) return token;
  }
  let end = token;
  while (isDot(view, at) && isHan(view, at + 1)) {
    end = at + 2;
    if (isTranscription(view, at + 1)) {
      while (end < view.count && end < at + 1 + MAX_PIECES && isDottedPiece(view, end)) end += 1;
    }
    at = end;
  }
  return end;
}

function isDot(view: TokenView, token: number): boolean {
  return token < view.count && view.text.charCodeAt(startOf(view, token)) === DOT;
}

function isHan(view: TokenView, token: number): boolean {
  const code = view.text.charCodeAt(startOf(view, token));
  return code >= 0x4e00 && code <= 0x9fff;
}

/** A piece of a cut transcription: not a word that has its own work in the sentence. */
function isLoosePiece(view: TokenView, token: number): boolean {
  const tag = tagOf(view, token);
  return (tag === 'x' || tag.startsWith('nr') || tag === 'j') && isTranscription(view, token);
}

/** Behind a dot a name is sure to be there, so a single character may be cut off as any word but a particle: 斯诺/登. */
function isDottedPiece(view: TokenView, token: number): boolean {
  if (lengthOf(view, token) > 1) return isLoosePiece(view, token);
  return !/^[pcdurm]/.test(tagOf(view, token)) && isTranscription(view, token);
}

function isTranscription(view: TokenView, token: number): boolean {
  if (token >= view.count) return false;
  for (let i = startOf(view, token); i < startOf(view, token + 1); i += 1) {
    if (!TRANSCRIPTION.has(view.text.charCodeAt(i))) return false;
  }
  return true;
}
