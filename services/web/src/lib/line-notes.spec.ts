import type { Repair } from '@wenliu/contracts';
import { aTaggedArticle } from '@wenliu/testing';
import { describe, expect, it } from '@jest/globals';
import { cutAtNotes, notesByLine } from './line-notes.js';

const HERE = '1'.repeat(64);
const repair = (line: number, column: number, printed: string, text: string): Repair => ({ reason: 'misread', line, column, printed, text, confidence: 0.9, count: 1 });
const article = aTaggedArticle({ documentId: HERE, repairs: [repair(3, 5, 'O', '0'), repair(3, 2, '', '“'), repair(4, 1, '口', '日')], suggestions: [repair(3, 9, '末', '未')] });

describe('the notes of a line', () => {
  const notes = notesByLine([article, aTaggedArticle({ documentId: '2'.repeat(64), repairs: [repair(3, 1, '一', '二')] })], HERE);

  it('are those of the articles printed in the document', () => {
    expect([...notes].map(([line, found]) => [line, found.map(({ kind, index }) => `${kind} ${index}`)])).toEqual([
      [3, ['repair 0', 'repair 1', 'suggestion 0']],
      [4, ['repair 2']],
    ]);
  });

  it('cut it where they are printed, an insertion between two characters', () => {
    const pieces = cutAtNotes('他说二O一O年末定', notes.get(3) ?? []);
    expect(pieces.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['text 他', 'note ', 'text 说二O', 'note 一', 'text O年末', 'note 定']);
    expect(pieces.map(({ text }) => text).join('')).toBe('他说二O一O年末定');
  });

  it('are left out past the end of the line and where they overlap', () => {
    expect(cutAtNotes('短', notes.get(3) ?? []).map(({ text }) => text)).toEqual(['短']);
    expect(cutAtNotes('', [])).toEqual([{ kind: 'text', text: '' }]);
  });
});
