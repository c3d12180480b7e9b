import { execFile } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const POLL_MS = 50;

const signalled = (pid: number, signal: NodeJS.Signals | 0): boolean => {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
};

/** Sends the signal; a process that is gone already is fine. */
export const sendSignal = (pid: number, signal: NodeJS.Signals): void => void signalled(pid, signal);

const told = async (pid: number, field: string): Promise<string> =>
  (await run('ps', ['-ww', '-o', `${field}=`, '-p', `${pid}`]).catch(() => ({ stdout: '' }))).stdout;

/**
 * False once it has let go of its ports and files, though its parent may not have heard of its end yet: then it is a zombie (`Z`), and
 * has no threads left (`l`) that are still about to end.
 */
export const isAlive = async (pid: number): Promise<boolean> => signalled(pid, 0) && !/^(Z[^l]*|)$/.test((await told(pid, 'stat')).trim());

/** The system gives numbers again: is this process the one that was started on the folder? */
export const worksOn = async (pid: number, folder: string): Promise<boolean> =>
  signalled(pid, 0) && (await told(pid, 'args')).includes(folder);

/** True when the condition held within the time. */
export async function eventually(condition: () => boolean | Promise<boolean>, limitMs: number): Promise<boolean> {
  const end = Date.now() + limitMs;
  while (Date.now() < end) {
    if (await condition()) return true;
    await sleep(POLL_MS);
  }
  return condition();
}

/** Whether somebody listens at the port of this machine. */
export const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 1_000 });
    const done = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', done(true)).once('error', done(false)).once('timeout', done(false));
  });
