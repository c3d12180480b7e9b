const STOP_WITHIN_MS = 9_500;

/**
 * Drains and leaves with 0; a second signal leaves at once. Nothing accepted is lost either way. The function it gives does the same
 * with 1, for what has to stop because something failed.
 */
export function stopOnSignals(stop: () => Promise<void>): () => void {
  let stopping = false;
  const leave = (code: number): void => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(code), STOP_WITHIN_MS).unref();
    stop().then(
      () => process.exit(code),
      (error: unknown) => {
        process.stderr.write(`wenliu: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => leave(0));
  process.on('SIGINT', () => leave(0));
  return () => leave(1);
}
