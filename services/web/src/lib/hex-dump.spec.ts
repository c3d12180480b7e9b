import { describe, expect, it } from '@jest/globals';
import { hexDump } from './hex-dump.js';

describe('a hex dump', () => {
  it('shows offset, bytes and printable characters', () => {
    const base64 = Buffer.from([0x41, 0xff, 0x00, 0x7a]).toString('base64');
    expect(hexDump(base64)).toBe(`0000  ${'41 ff 00 7a'.padEnd(47)}  A..z`);
  });

  it('stops after the first bytes', () => {
    expect(hexDump(Buffer.alloc(5000).toString('base64')).split('\n')).toHaveLength(32);
  });
});
