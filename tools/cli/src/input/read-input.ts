import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { CommandFailed, reportFailure } from '../failures.js';

/** The bytes of a file, or of stdin for `-`, as they come. */
export function openInput(file: string): AsyncIterable<Buffer> {
  // A stream without encoding gives buffers.
  return (file === '-' ? process.stdin : createReadStream(file)) as AsyncIterable<Buffer>;
}

export const readWhole = (file: string): Promise<Buffer> => buffer(openInput(file));

export const inputName = (file: string): string => (file === '-' ? 'stdin' : file);

/** Acts on each file in turn. One that cannot be read is named, and the others follow. */
export async function forEachInput(files: readonly string[], act: (file: string) => Promise<void>): Promise<void> {
  for (const file of files) {
    try {
      await act(file);
    } catch (error) {
      if (error instanceof CommandFailed) reportFailure(`${inputName(file)}: ${error.message}`);
      else if (isFileError(error)) reportFailure(`${inputName(file)}: ${describeFileError(error)}`);
      else throw error;
    }
  }
}

/** Tells the failures of the file system from those of programs. */
export function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
  EISDIR: 'is a folder: name its files',
  ENOTDIR: 'a part of the path is no folder',
  ELOOP: 'its links lead in a circle',
};

export const describeFileError = (error: NodeJS.ErrnoException): string => WORDS[error.code ?? ''] ?? error.message;
