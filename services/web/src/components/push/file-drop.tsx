import { useState } from 'preact/hooks';
import { messages } from '../../i18n/index.js';

export function FileDrop({ take }: { take: (files: readonly File[]) => void }) {
  const m = messages.value.push;
  const [isOver, setIsOver] = useState(false);

  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    take([...(event.dataTransfer?.files ?? [])]);
  };
  const drag = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(true);
  };

  return (
    <div class={isOver ? 'file-drop over' : 'file-drop'} onDragOver={drag} onDragLeave={() => setIsOver(false)} onDrop={drop}>
      <label class="button">
        {m.files}
        <input
          type="file"
          class="visually-hidden"
          multiple
          accept=".txt,.text,.md,.markdown,.html,.htm,.json,.ndjson,.jsonl"
          onChange={(event) => {
            take([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </label>
      <span>{m.drop}</span>
      <span class="muted">{m.kinds}</span>
    </div>
  );
}
