import type { Repair } from '@wenliu/contracts';
import { aTaggedArticle } from '@wenliu/testing';
import { describe, expect, it } from '@jest/globals';
import { cutAtNotes, listNotes, notesByLine, placesOf } from './line-notes.js';

const HERE = '1'.repeat(64);
const repair = (line: number, column: number, printed: string, text: string): Repair => ({ reason: 'misread', line, column, printed, text, confidence: 0.9, count: 1 });
const article = aTaggedArticle({ documentId: HERE, repairs: [repair(3, 4, 'O', '0'), repair(3, 2, '', '“'), repair(4, 1, '口', '日')], suggestions: [repair(3, 8, '末', '未')] });

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
    expect(pieces.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['text 他', 'note ', 'text 说二', 'note O', 'text 一O年', 'note 末', 'text 定']);
    expect(pieces.map(({ text }) => text).join('')).toBe('他说二O一O年末定');
  });

  it('are left out past the end of the line', () => {
    expect(cutAtNotes('短', notes.get(3) ?? []).map(({ text }) => text)).toEqual(['短', '']);
    expect(cutAtNotes('', [])).toEqual([{ kind: 'text', text: '' }]);
  });

  it('are listed words first, and counted by places', () => {
    const space: Repair = { reason: 'stray-space', line: 1, column: 2, printed: ' ', text: '', confidence: 0.95, count: 6 };
    const listed = listNotes([space, ...article.repairs]);
    expect(listed.map(({ note, index }) => [note.reason, note.line, note.column, index])).toEqual([
      ['misread', 3, 2, 2],
      ['misread', 3, 4, 1],
      ['misread', 4, 1, 3],
      ['stray-space', 1, 2, 0],
    ]);
    expect(placesOf([space, ...article.repairs])).toBe(9);
  });
});
