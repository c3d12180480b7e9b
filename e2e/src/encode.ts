/** Text as old systems send it. Node only decodes these, so the tables are made by decoding every pair of bytes. */
export type Charset = 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be' | 'utf-8 with BOM';

export function encodeAs(charset: Charset, text: string): Uint8Array {
  switch (charset) {
    case 'gb18030':
    case 'big5':
      return encodePairs(charset, text);
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'utf-8 with BOM':
      return Buffer.from(`\ufeff${text}`);
  }
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

function encodePairs(charset: 'gb18030' | 'big5', text: string): Uint8Array {
  const table = tables.get(charset) ?? tableOf(charset);
  tables.set(charset, table);
  const bytes = [...text].flatMap((char) => {
    if (char.charCodeAt(0) < 0x80) return [char.charCodeAt(0)];
    const pair = table.get(char);
    if (pair === undefined) throw new Error(`${charset} has no two bytes for ${char}`);
    return pair;
  });
  return Uint8Array.from(bytes);
}

function tableOf(charset: string): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(charset);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      const isOne = [...char].length === 1 && char !== '\ufffd';
      // The first pair of a character that has several is the one that is written.
      if (isOne && !table.has(char)) table.set(char, [lead, trail]);
    }
  }
  return table;
}
