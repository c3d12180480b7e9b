import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseUserDictionary, type UserWord } from './user-dictionary.js';

export interface UserDictionary {
  words: UserWord[];
  /** Of the file's bytes, in hexadecimal. */
  sha256: string;
}

/** The message names the file and every wrong line. */
export class UserDictionaryError extends Error {
  override readonly name = 'UserDictionaryError';
}

export async function readUserDictionary(path: string): Promise<UserDictionary> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new UserDictionaryError(`${path}: cannot be read`, { cause });
  });
  const { words, faults } = parseUserDictionary(decode(path, bytes));
  if (faults.length > 0) {
    throw new UserDictionaryError(faults.map(({ line, problem }) => `${path}:${line}: ${problem}`).join('\n'));
  }
  return { words, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UserDictionaryError(`${path}: is not UTF-8`, { cause });
  }
}

/** The stamp that tells which dictionary made the tokens. */
export function dictionaryStamp(user: UserDictionary | null): string {
  return user === null ? 'jieba' : `jieba+user:${user.sha256.slice(0, 8)}`;
}
