import { CommanderError, type Command } from 'commander';

/** Something failed that the user can do something about: said on stderr, exit code 1. */
export class CommandFailed extends Error {}

/** Exit codes: 0 done, 1 something failed (said on stderr), 2 wrong usage. */
export async function runProgram(program: Command, argv: readonly string[]): Promise<void> {
  for (const command of [program, ...program.commands]) command.exitOverride();
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and version end this way too, with code 0; commander has printed what it had to say.
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    process.stderr.write(`wenliu: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
