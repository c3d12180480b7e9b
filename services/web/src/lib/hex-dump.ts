const SHOWN = 512;
const PER_LINE = 16;

/** The first bytes of a base64 text, sixteen a line: offset, bytes, printable ASCII. */
export function hexDump(base64: string): string {
  const bytes = [...atob(base64.slice(0, Math.ceil(SHOWN / 3) * 4))].slice(0, SHOWN).map((char) => char.charCodeAt(0));
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += PER_LINE) {
    const row = bytes.slice(at, at + PER_LINE);
    const hex = row.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const ascii = row.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
    lines.push(`${at.toString(16).padStart(4, '0')}  ${hex.padEnd(PER_LINE * 3 - 1)}  ${ascii}`);
  }
  return lines.join('\n');
}
