/** Something failed that the user can do something about: said on stderr, exit code 1. */
export class CommandFailed extends Error {}

/** Says what failed and goes on; the command ends with exit code 1. */
export function reportFailure(message: string): void {
  process.exitCode = 1;
  say(`wenliu: ${message}`);
}

/** A line for people. What programs read goes to stdout alone. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
