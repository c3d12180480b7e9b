import { CommanderError, type Command } from 'commander';
import { reportFailure } from './failures.js';

/** Exit codes: 0 done, 1 something failed (said on stderr), 2 wrong usage. */
export async function runProgram(program: Command, argv: readonly string[]): Promise<void> {
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and version end this way too, with code 0; commander has printed what it had to say.
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    reportFailure(error instanceof Error ? error.message : String(error));
  }
}
