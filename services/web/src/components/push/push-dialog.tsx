import { useEffect, useRef } from 'preact/hooks';
import { messages } from '../../i18n/index.js';
import { route } from '../../state/router.js';
import { pushDialogIsOpen, pushes } from '../../state/push-store.js';
import { CloseIcon } from '../ui/icons.js';
import { PushForm } from './push-form.js';
import { PushItem } from './push-item.js';

export function PushDialog() {
  const m = messages.value;
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLElement>(null);
  const isOpen = pushDialogIsOpen.value;
  const close = (): void => void (pushDialogIsOpen.value = false);

  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  useEffect(close, [route.value]);
  useEffect(() => {
    // On a small screen the list begins below the fold.
    if (isOpen) list.current?.scrollIntoView({ block: 'nearest' });
  }, [pushes.value.length]);

  return (
    <dialog ref={dialog} class="push-dialog" aria-labelledby="push-title" onClose={close}>
      <div class="pane-head">
        <h2 id="push-title">{m.push.title}</h2>
        <button type="button" class="icon-button" aria-label={m.common.close} onClick={close}><CloseIcon /></button>
      </div>
      <p class="muted">{m.push.intro}</p>
      {isOpen && <PushForm />}
      {pushes.value.length > 0 && (
        <section ref={list} aria-label={m.push.items} aria-live="polite">
          <ul class="push-list">
            {pushes.value.map((push) => <PushItem key={push.key} push={push} />)}
          </ul>
        </section>
      )}
    </dialog>
  );
}
