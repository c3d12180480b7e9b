/** More broken bytes than this, and the text is not the one that was sent. */
export const TOLERATED_DAMAGE = 0.001;

/** UTF-8 with a few broken bytes, which would often pass as GB18030 without a fault; `null` where it is anything else. */
export function repairUtf8(bytes: Uint8Array): string | null {
  const { text, broken, wide } = readUtf8(bytes);
  return broken <= bytes.length * TOLERATED_DAMAGE && broken * 10 <= wide ? text : null;
}

/**
 * Two encodings in one text. GB18030 and Big5 hold three-byte UTF-8 only by chance: in the pages of `seeds/`, three times for
 * every hundred faults.
 */
export function holdsUtf8(bytes: Uint8Array): boolean {
  const { wide, broken } = readUtf8(bytes);
  return wide >= 8 && wide * 5 >= broken;
}

/** `wide`: characters that take three bytes and more. */
function readUtf8(bytes: Uint8Array): { text: string; broken: number; wide: number } {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let wide = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken += 1;
    else if (code >= 0x800) wide += 1;
  }
  return { text, broken, wide };
}
