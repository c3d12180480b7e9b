import type { Repair } from '@wenliu/contracts';
import { useState } from 'preact/hooks';
import { language, messages } from '../../i18n/index.js';
import { formatCount } from '../../lib/format.js';
import { listNotes, type LineNote } from '../../lib/line-notes.js';
import { visible } from './describe-note.js';
import { noteId } from './original-line.js';
import { showPlace } from './show-place.js';

const SHOWN_AT_FIRST = 4;

interface NoteListProps {
  kind: LineNote['kind'];
  article: string;
  notes: readonly Repair[];
  title: string;
}

/** What was changed, or may be wrong: why, from what to what, and where. */
export function NoteList({ kind, article, notes, title }: NoteListProps) {
  const m = messages.value.original;
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  if (notes.length === 0) return null;
  const rest = notes.length - shown;
  return (
    <section class={`notes ${kind}`} aria-label={title}>
      <h4>{title}</h4>
      <ul>
        {listNotes(notes).slice(0, shown).map(({ note, index }) => <Note key={index} note={note} kind={kind} id={noteId({ article, kind, index })} />)}
      </ul>
      {rest > 0 && <button type="button" class="text-button" onClick={() => setShown(notes.length)}>{m.moreNotes(formatCount(rest, language.value))}</button>}
    </section>
  );
}

function Note({ note, kind, id }: { note: Repair; kind: LineNote['kind']; id: string }) {
  const m = messages.value.original;
  const { reason, line, column, printed, text, confidence, count } = note;
  return (
    <li>
      <span class="note-reason">{m.repairs[reason]}</span>
      <span class="note-change" lang="zh">
        <Words text={printed} class="printed-text" />
        <span class="visually-hidden" lang={language.value}> {kind === 'repair' ? m.becomes : m.mayBe} </span>
        <span aria-hidden="true">→</span>
        <Words text={text} class="read-text" />
      </span>
      <span class="note-facts">
        {count > 1 && <span>{m.times(count)}</span>}
        <span>{m.sure(`${Math.round(confidence * 100)}%`)}</span>
        <button type="button" class="text-button" aria-label={m.showLine(line, column)} onClick={() => showPlace(line, id)}>{m.line(line)}</button>
      </span>
    </li>
  );
}

function Words({ text, class: name }: { text: string; class: string }) {
  return text === '' ? <span class="muted">{messages.value.original.nothing}</span> : <span class={name}>{visible(text)}</span>;
}
