import { once } from 'node:events';

/** Waits while the reader is behind. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

export const printLine = (line: string): Promise<void> => print(`${line}\n`);

/** One JSON object a line. */
export const printJson = (value: unknown): Promise<void> => printLine(JSON.stringify(value));

/** A reader that has seen enough (`| head`) is no failure. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit();
    });
  }
}
