import { useEffect } from 'preact/hooks';
import type { Failure } from '../../api/failure.js';
import { messages } from '../../i18n/index.js';
import { KeyForm } from './key-form.js';

interface FailureNoticeProps {
  failure: Failure;
  retry: () => void;
}

/** What went wrong in plain words, and what to do about it. */
export function FailureNotice({ failure, retry }: FailureNoticeProps) {
  const m = messages.value;
  const words = describe(failure);

  useEffect(() => {
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [retry]);

  return (
    <section class="notice" role="alert">
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      {words.detail !== '' && <p class="notice-detail">{words.detail}</p>}
      {isKeyMissing(failure) && <KeyForm done={retry} />}
      <button type="button" class="button" onClick={retry}>{m.common.retry}</button>
    </section>
  );
}

function isKeyMissing(failure: Failure): boolean {
  return failure.kind === 'problem' && (failure.problem.status === 401 || failure.problem.status === 403);
}

function describe(failure: Failure): { title: string; text: string; detail: string } {
  const p = messages.value.problem;
  if (failure.kind === 'offline') return { title: p.offlineTitle, text: p.offline, detail: '' };
  const { status, detail } = failure.problem;
  if (isKeyMissing(failure)) return { title: p.keyTitle, text: p.key, detail };
  if (status === 404) return { title: p.notFoundTitle, text: p.notFound, detail: '' };
  if (status === 429 || status === 503) return { title: p.busyTitle, text: p.busy(failure.retryAfterSeconds), detail };
  return { title: p.serverTitle, text: p.server, detail: detail === '' ? `HTTP ${status}` : detail };
}
