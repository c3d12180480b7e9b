import type { Command } from 'commander';
import { describe, expect, it } from '@jest/globals';
import { createProgram } from './create-program.js';

function leavesOf(command: Command): Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap(leavesOf);
}

const commands = leavesOf(createProgram());

describe('createProgram', () => {
  it('has every command', () => {
    expect(commands.map((command) => command.name())).toEqual([
      'up', 'split', 'tag', 'segment', 'push', 'status', 'trace', 'list', 'show', 'redrive', 'tail', 'topics', 'doctor',
    ]);
  });

  it.each(commands.map((command) => [command.name(), command] as const))('%s says what it does and takes --json', (_, command) => {
    expect(command.description()).not.toBe('');
    expect(command.options.map(({ long }) => long)).toContain('--json');
    for (const { description } of [...command.options, ...command.registeredArguments]) expect(description).not.toBe('');
  });
});
