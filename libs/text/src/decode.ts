import { decodeLegacy, legacyName, type LegacyEncoding } from './decode-legacy.js';
import { hasUtf16Zeros, looksLikeUtf16 } from './decode-utf16.js';
import { holdsUtf8, repairUtf8, TOLERATED_DAMAGE } from './decode-utf8.js';

export type Decoding =
  | { kind: 'decoded'; text: string; encoding: string; lossy: boolean }
  | { kind: 'failed'; reason: 'undecodable-bytes'; detail: string };

/**
 * The text of a document in any encoding Chinese news travels in. The bytes are believed before the label: a declared charset
 * that does not decode, or decodes into characters nobody writes, is passed over. Line ends become `\n`, other control
 * characters go, lone surrogates become U+FFFD.
 */
export function decodeBytes(bytes: Uint8Array, declared: string | null = null): Decoding {
  return fromMark(bytes) ?? fromBytes(bytes, declared) ?? {
    kind: 'failed',
    reason: 'undecodable-bytes',
    detail: `${bytes.length} bytes are text in none of UTF-8, UTF-16, GB18030 and Big5`,
  };
}

/** As `decodeBytes`, with the page's own `<meta>` asked where the sender declared nothing usable. */
export function decodeHtml(bytes: Uint8Array, declared: string | null = null): Decoding {
  return decodeBytes(bytes, isKnownCharset(declared) ? declared : metaCharset(bytes));
}

/** The charset an HTML page names for itself within its first 4 KB. */
export function metaCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return /<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w:.-]{1,40})/i.exec(head)?.[1]?.toLowerCase() ?? null;
}

/** Line ends as `\n`, no control characters but `\n` and `\t`, no lone surrogates. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- control characters are what it removes
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

function decoded(text: string, encoding: string, lossy = false): Decoding {
  return { kind: 'decoded', text: cleanText(text), encoding, lossy };
}

function fromMark(bytes: Uint8Array): Decoding | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return marked(bytes, 'utf-8');
  if (a === 0xff && b === 0xfe) return marked(bytes, 'utf-16le');
  if (a === 0xfe && b === 0xff) return marked(bytes, 'utf-16be');
  return null;
}

/** A mark settles the encoding; what is broken behind it is damage, not another encoding. */
function marked(bytes: Uint8Array, encoding: string): Decoding | null {
  const text = strict(bytes, encoding);
  return text === null ? tolerated(bytes, encoding) : decoded(text, encoding);
}

function fromBytes(bytes: Uint8Array, declared: string | null): Decoding | null {
  const label = canonical(declared);
  const utf8 = strict(bytes, 'utf-8');
  if (utf8 !== null && isUtf8(utf8, label)) {
    return (hasUtf16Zeros(bytes) ? asUtf16(bytes) : null) ?? decoded(utf8, 'utf-8');
  }
  // Eight pairs in a row do not look like UTF-16 by chance; fewer may, so there the other encodings are asked first.
  return (
    (utf8 === null ? asBrokenUtf8(bytes) : null) ??
    (bytes.length >= 16 ? asUtf16(bytes) : null) ??
    asLegacy(bytes, legacyName(label)) ??
    (utf8 === null ? asDeclared(bytes, label) : decoded(utf8, 'utf-8')) ??
    asUtf16(bytes)
  );
}

/** GBK text of a few characters can pass as UTF-8 in two-byte forms, never in three-byte ones. */
function isUtf8(text: string, label: string | null): boolean {
  return legacyName(label) === null || /[\u0800-\uffff]/.test(text) || /^[\0-\x7f]*$/.test(text);
}

function asBrokenUtf8(bytes: Uint8Array): Decoding | null {
  const text = repairUtf8(bytes);
  return text === null ? null : decoded(text, 'utf-8', true);
}

function asUtf16(bytes: Uint8Array): Decoding | null {
  const encoding = looksLikeUtf16(bytes);
  return encoding === null ? null : decoded(new TextDecoder(encoding).decode(bytes), encoding);
}

function asLegacy(bytes: Uint8Array, declared: LegacyEncoding | null): Decoding | null {
  const legacy = holdsUtf8(bytes) ? null : decodeLegacy(bytes, declared);
  return legacy === null ? null : decoded(legacy.text, legacy.encoding, legacy.lossy);
}

/** An encoding of another language, believed only when it is named and none of ours fits. */
function asDeclared(bytes: Uint8Array, label: string | null): Decoding | null {
  if (label === null || label === 'utf-8' || label.startsWith('utf-16') || legacyName(label) !== null) return null;
  const text = strict(bytes, label);
  return text === null ? null : decoded(text, label);
}

function tolerated(bytes: Uint8Array, encoding: string): Decoding | null {
  const text = new TextDecoder(encoding).decode(bytes);
  const broken = text.split('\ufffd').length - 1;
  return broken <= bytes.length * TOLERATED_DAMAGE ? decoded(text, encoding, true) : null;
}

function strict(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function canonical(label: string | null): string | null {
  if (label === null) return null;
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

function isKnownCharset(label: string | null): boolean {
  return canonical(label) !== null;
}
