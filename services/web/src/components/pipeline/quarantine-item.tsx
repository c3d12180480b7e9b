import type { QuarantineEntry } from '@wenliu/contracts';
import { useState } from 'preact/hooks';
import { language, messages } from '../../i18n/index.js';
import { formatBytes, formatMoment } from '../../lib/format.js';
import { QuarantineContentView } from './quarantine-content.js';

interface QuarantineItemProps {
  item: QuarantineEntry;
  redrive: () => Promise<void>;
}

export function QuarantineItem({ item, redrive }: QuarantineItemProps) {
  const m = messages.value;
  const [isOpen, setIsOpen] = useState(false);
  const [isSending, setIsSending] = useState(false);

  const send = async (): Promise<void> => {
    setIsSending(true);
    await redrive();
    setIsSending(false);
  };

  return (
    <li class="quarantine-item">
      <div class="quarantine-line">
        <h3>{m.reasons[item.reason]}</h3>
        <span class="stage-topic">{item.stage}</span>
      </div>
      {item.detail !== null && <p class="quarantine-detail">{item.detail}</p>}
      <p class="meta">
        <span>{m.quarantine.classes[item.class]}</span>
        <span>{m.quarantine.attempts(item.attempts)}</span>
        <span>{formatBytes(item.bytes)}</span>
        <time dateTime={item.at}>{formatMoment(item.at, language.value)}</time>
      </p>
      <div class="quarantine-actions">
        <button type="button" class="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? m.quarantine.hide : m.quarantine.show}
        </button>
        {item.redrivenAt === null ? (
          <button type="button" class="button" disabled={isSending} onClick={() => void send()}>{m.quarantine.redrive}</button>
        ) : (
          <span class="muted">{m.quarantine.redriven(formatMoment(item.redrivenAt, language.value))}</span>
        )}
      </div>
      {isOpen && <QuarantineContentView id={item.id} />}
    </li>
  );
}
