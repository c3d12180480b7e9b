import { messages } from '../../i18n/index.js';
import { cutAtNotes, type LineNote } from '../../lib/line-notes.js';
import { describeNote } from './describe-note.js';

interface OriginalLineProps {
  line: number;
  text: string;
  notes: readonly LineNote[];
  /** Number of its article. */
  owner: number | null;
}

export function OriginalLine({ line, text, notes, owner }: OriginalLineProps) {
  return (
    <span id={`line-${line}`} class="line" tabIndex={-1}>
      <span class="line-number">{line}</span>
      <span class="line-owner" aria-hidden="true">{owner ?? '·'}</span>
      <span class="line-text">
        {notes.length === 0 ? text : cutAtNotes(text, notes).map((piece) => (piece.kind === 'text' ? piece.text : <Mark text={piece.text} note={piece.note} />))}
      </span>
    </span>
  );
}

/** What was put in is drawn by the style sheet: text that is copied stays as printed. */
function Mark({ text, note }: { text: string; note: LineNote }) {
  const label = describeNote(note.note, note.kind, messages.value.original);
  return (
    <mark id={noteId(note)} class={`note ${note.kind} ${text === '' ? 'insertion' : ''}`} data-text={note.note.text} tabIndex={-1} title={label}>
      {text}
    </mark>
  );
}

export function noteId({ article, kind, index }: Pick<LineNote, 'article' | 'kind' | 'index'>): string {
  return `${kind}-${index}-${article}`;
}
