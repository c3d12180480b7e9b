import { describe, expect, it } from '@jest/globals';
import { cleanText, decodeBytes, decodeHtml, metaCharset } from './decode.js';

type Legacy = 'gb18030' | 'big5';

const encoders = { gb18030: encoderOf('gb18030'), big5: encoderOf('big5') };

/** The platform only decodes, so its decoder is turned round: every two-byte code, by the character it stands for. */
function encoderOf(encoding: Legacy): ReadonlyMap<string, readonly number[]> {
  const codes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  for (let code = 0x8140; code <= 0xfefe; code += 1) {
    const bytes = [code >> 8, code & 255];
    const char = decoder.decode(Uint8Array.from(bytes));
    if (char.length === 1 && char !== '\ufffd' && !codes.has(char)) codes.set(char, bytes);
  }
  return codes;
}

function encode(text: string, encoding: Legacy): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((char) => {
      const code = char < '\u0080' ? [char.charCodeAt(0)] : encoders[encoding].get(char);
      if (code === undefined) throw new Error(`${char} is not in ${encoding}`);
      return code;
    }),
  );
}

function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  return Uint8Array.from(units.flatMap((unit) => (order === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const SIMPLIFIED = '渡口的摆渡船停航了，新桥通车的第一天，老船工把缆绳送给了镇上的博物馆。\n他说：“水还是那条水。”';
const TRADITIONAL = '渡口的擺渡船停航了，新橋通車的第一天，老船工把纜繩送給了鎮上的博物館。\n他說：「水還是那條水。」';
const SHORT = { simplified: '新桥今日正式通车运行', traditional: '新橋今日正式通車運行' };

describe('decodeBytes', () => {
  it.each([
    ['UTF-8', utf8(SIMPLIFIED), SIMPLIFIED, 'utf-8'],
    ['UTF-8, traditional', utf8(TRADITIONAL), TRADITIONAL, 'utf-8'],
    ['GB18030', encode(SIMPLIFIED, 'gb18030'), SIMPLIFIED, 'gb18030'],
    ['GB18030, traditional', encode(TRADITIONAL, 'gb18030'), TRADITIONAL, 'gb18030'],
    ['Big5', encode(TRADITIONAL, 'big5'), TRADITIONAL, 'big5'],
    ['UTF-16LE without a mark', utf16(SIMPLIFIED, 'le'), SIMPLIFIED, 'utf-16le'],
    ['UTF-16BE without a mark', utf16(TRADITIONAL, 'be'), TRADITIONAL, 'utf-16be'],
    ['UTF-16LE with a mark', utf16(`\ufeff${SIMPLIFIED}`, 'le'), SIMPLIFIED, 'utf-16le'],
    ['UTF-16BE with a mark', utf16(`\ufeff${SIMPLIFIED}`, 'be'), SIMPLIFIED, 'utf-16be'],
    ['UTF-16LE Latin text', utf16('Bridge opens today.', 'le'), 'Bridge opens today.', 'utf-16le'],
    ['ten characters of GB18030', encode(SHORT.simplified, 'gb18030'), SHORT.simplified, 'gb18030'],
    ['ten characters of Big5', encode(SHORT.traditional, 'big5'), SHORT.traditional, 'big5'],
    ['ASCII', utf8('Bridge opens today.'), 'Bridge opens today.', 'utf-8'],
    ['nothing', new Uint8Array(), '', 'utf-8'],
  ])('reads %s without being told', (_, bytes, text, encoding) => {
    expect(decodeBytes(bytes)).toEqual({ kind: 'decoded', text, encoding, lossy: false });
  });

  it('drops the mark of UTF-8', () => {
    expect(decodeBytes(utf8(`\ufeff${SIMPLIFIED}`))).toMatchObject({ text: SIMPLIFIED, encoding: 'utf-8' });
  });

  it.each([
    ['GBK labelled utf-8', encode(SIMPLIFIED, 'gb18030'), 'utf-8', SIMPLIFIED, 'gb18030'],
    ['UTF-8 labelled gbk', utf8(SIMPLIFIED), 'gbk', SIMPLIFIED, 'utf-8'],
    ['Big5 labelled gb2312', encode(TRADITIONAL, 'big5'), 'gb2312', TRADITIONAL, 'big5'],
    ['GBK labelled big5', encode(SIMPLIFIED, 'gb18030'), 'big5', SIMPLIFIED, 'gb18030'],
    ['GBK with a label nobody knows', encode(SIMPLIFIED, 'gb18030'), 'x-nonsense', SIMPLIFIED, 'gb18030'],
  ])('believes the bytes before the label: %s', (_, bytes, declared, text, encoding) => {
    expect(decodeBytes(bytes, declared)).toEqual({ kind: 'decoded', text, encoding, lossy: false });
  });

  it('believes the label of two characters that would pass as UTF-8', () => {
    const bytes = Uint8Array.of(0xc8, 0xab, 0xc7, 0xb9);
    expect(decodeBytes(bytes, 'gbk')).toMatchObject({ text: new TextDecoder('gbk').decode(bytes), encoding: 'gb18030' });
  });

  it('believes a label of another language when nothing Chinese fits', () => {
    const bytes = Uint8Array.from('Caf\u00e9 na\u00efve, M\u00fcller', (char) => char.charCodeAt(0));
    expect(decodeBytes(bytes, 'iso-8859-1')).toMatchObject({ text: 'Café naïve, Müller', encoding: 'windows-1252' });
  });

  it('replaces a broken byte among thousands and says so', () => {
    const long = SIMPLIFIED.repeat(40);
    for (const whole of [utf8(long), encode(long, 'gb18030')]) {
      const decoding = decodeBytes(Uint8Array.of(...whole, 0xff, 0x0a, ...whole));
      expect(decoding).toMatchObject({ kind: 'decoded', lossy: true });
      expect(decoding.kind === 'decoded' && decoding.text.startsWith(long) && decoding.text.endsWith(long)).toBe(true);
    }
  });

  it('fails on two encodings in one text rather than guess', () => {
    const mixed = Uint8Array.of(...utf8(SIMPLIFIED.repeat(9)), ...encode(SIMPLIFIED.repeat(9), 'gb18030'));
    expect(decodeBytes(mixed)).toMatchObject({ kind: 'failed', reason: 'undecodable-bytes' });
  });

  it.each([
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0xff, 0xd8)],
    ['bytes that are no character', new Uint8Array(4096).fill(0xff)],
  ])('fails on %s', (_, bytes) => {
    expect(decodeBytes(bytes)).toMatchObject({ kind: 'failed', reason: 'undecodable-bytes' });
  });
});

describe('cleanText', () => {
  it('keeps the lines and drops what no text holds', () => {
    expect(cleanText('一\r\n二\r三\n\t四\u0000\u000c\u001b[0m\u007f五\ud800')).toBe('一\n二\n三\n\t四[0m五\ufffd');
  });
});

describe('decodeHtml', () => {
  const page = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=GB2312"></head><p>${SHORT.simplified}</p>`;

  it('asks the page for its charset', () => {
    expect(metaCharset(utf8(page))).toBe('gb2312');
    expect(metaCharset(utf8('<meta charset="utf-8">'))).toBe('utf-8');
    expect(metaCharset(utf8('<p>charset=utf-8</p>'))).toBeNull();
  });

  it('reads a page by its own charset, and by its bytes where that is wrong', () => {
    expect(decodeHtml(encode(page, 'gb18030'))).toMatchObject({ text: page, encoding: 'gb18030', lossy: false });
    expect(decodeHtml(utf8(page))).toMatchObject({ text: page, encoding: 'utf-8', lossy: false });
  });
});
