import { useEffect } from 'preact/hooks';

/** Runs `poll` at once and then every `milliseconds` after the last one ended, while the page is visible. */
export function usePolling(poll: (signal: AbortSignal) => Promise<void>, milliseconds: number): void {
  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let running = false;

    const run = (): void => {
      clearTimeout(timer);
      if (running || document.hidden) return;
      running = true;
      void poll(abort.signal).finally(() => {
        running = false;
        if (!abort.signal.aborted) timer = setTimeout(run, milliseconds);
      });
    };

    run();
    document.addEventListener('visibilitychange', run);
    return () => {
      abort.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', run);
    };
  }, []);
}
