import { useState } from 'preact/hooks';
import { messages } from '../../i18n/index.js';
import { pushFile, pushPasted } from '../../state/push-store.js';
import { FileDrop } from './file-drop.js';

const EMPTY = { content: '', publication: '', issueDate: '', page: '' };

export function PushForm() {
  const m = messages.value;
  const [fields, setFields] = useState(EMPTY);
  const [isMissing, setIsMissing] = useState(false);
  const set = (change: Partial<typeof EMPTY>): void => {
    setFields({ ...fields, ...change });
    setIsMissing(false);
  };

  const send = (event: Event): void => {
    event.preventDefault();
    if (fields.content.trim() === '') return setIsMissing(true);
    void pushPasted(fields.publication || m.push.pasted, {
      content: fields.content,
      publication: fields.publication.trim() || null,
      issueDate: fields.issueDate || null,
      page: fields.page.trim() || null,
    });
    setFields({ ...fields, content: '' });
  };
  const sendFiles = (files: readonly File[]): void => {
    setIsMissing(false);
    files.forEach((file) => void pushFile(file));
  };

  return (
    <form class="push-form" onSubmit={send}>
      <label class="push-text">
        <span>{m.push.text}</span>
        <textarea
          rows={8}
          lang="zh"
          spellcheck={false}
          placeholder={m.push.textPlaceholder}
          value={fields.content}
          aria-invalid={isMissing}
          onInput={(event) => set({ content: event.currentTarget.value })}
        />
      </label>
      <fieldset class="push-hints">
        <legend>{m.push.details}</legend>
        <label>
          <span>{m.push.publication}</span>
          <input type="text" lang="zh" value={fields.publication} onInput={(event) => set({ publication: event.currentTarget.value })} />
        </label>
        <label>
          <span>{m.push.issueDate}</span>
          <input type="date" value={fields.issueDate} onInput={(event) => set({ issueDate: event.currentTarget.value })} />
        </label>
        <label>
          <span>{m.push.page}</span>
          <input type="text" value={fields.page} onInput={(event) => set({ page: event.currentTarget.value })} />
        </label>
      </fieldset>
      <div class="push-actions">
        <button type="submit" class="button primary">{m.push.send}</button>
        {isMissing && <span class="push-missing" role="alert">{m.push.nothing}</span>}
      </div>
      <FileDrop take={sendFiles} />
    </form>
  );
}
