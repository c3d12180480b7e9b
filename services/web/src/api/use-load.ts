import { useEffect, useState } from 'preact/hooks';
import { toFailure, type Failure } from './failure.js';

export type Load<T> = { kind: 'loading' } | { kind: 'ready'; value: T } | { kind: 'failed'; failure: Failure };

/** Loads again when `key` changes or `retry` is called; what arrives late for an older key is dropped. */
export function useLoad<T>(key: string, load: (signal: AbortSignal) => Promise<T>): [Load<T>, () => void] {
  const [state, setState] = useState<{ key: string; load: Load<T> }>({ key, load: { kind: 'loading' } });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const abort = new AbortController();
    const settle = (next: Load<T>): void => {
      if (!abort.signal.aborted) setState({ key, load: next });
    };
    settle({ kind: 'loading' });
    load(abort.signal).then(
      (value) => settle({ kind: 'ready', value }),
      (error: unknown) => settle({ kind: 'failed', failure: toFailure(error) }),
    );
    return () => abort.abort();
  }, [key, attempt]);

  return [state.key === key ? state.load : { kind: 'loading' }, () => setAttempt(attempt + 1)];
}
