import { spawnSync } from 'node:child_process';

export interface Verdict {
  faults: string[];
  /** What was not looked at, and why. */
  skipped: string[];
  output: string;
}

/** Runs a validator. One that is not installed is a fault where everything has to be looked at, else it is left out. */
export function runValidator(command: string, args: readonly string[], options: { cwd: string; mustRun: boolean }): Verdict {
  const { error, status, stdout, stderr } = spawnSync(command, args, { cwd: options.cwd, encoding: 'utf8' });
  const what = [command, ...args].join(' ');
  if (error !== undefined) {
    if (!('code' in error) || error.code !== 'ENOENT') throw error;
    const missing = `${what}: ${command} is not installed`;
    return options.mustRun ? { faults: [missing], skipped: [], output: '' } : { faults: [], skipped: [missing], output: '' };
  }
  return { faults: status === 0 ? [] : [`${what}:\n${stdout}${stderr}`], skipped: [], output: stdout };
}
