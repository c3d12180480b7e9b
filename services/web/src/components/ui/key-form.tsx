import { useRef } from 'preact/hooks';
import { messages } from '../../i18n/index.js';
import { accessKey } from '../../state/access-key.js';

export function KeyForm({ done }: { done: () => void }) {
  const m = messages.value;
  const input = useRef<HTMLInputElement>(null);

  const save = (event: Event): void => {
    event.preventDefault();
    accessKey.value = input.current?.value.trim() || null;
    done();
  };

  return (
    <form class="key-form" onSubmit={save}>
      <label>
        {m.problem.keyLabel}
        <input ref={input} type="password" autocomplete="off" required />
      </label>
      <button type="submit" class="button">{m.problem.keySave}</button>
    </form>
  );
}
