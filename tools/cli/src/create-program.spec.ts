import type { Command } from 'commander';
import { describe, expect, it } from '@jest/globals';
import { createProgram } from './create-program.js';

function leavesOf(command: Command): Command[] {
  return command.commands.length === 0 ? [command] : [command, ...command.commands.flatMap(leavesOf)];
}

// Those that only hold others do nothing themselves.
const commands = leavesOf(createProgram()).filter((command) => !['wenliu', 'quarantine'].includes(command.name()));

describe('createProgram', () => {
  it('has every command', () => {
    expect(commands.map((command) => command.name())).toEqual([
      'up', 'serve', 'split', 'tag', 'segment', 'push', 'export', 'status', 'trace', 'list', 'show', 'redrive', 'tail', 'topics', 'create', 'reprocess', 'reindex',
      'reconcile', 'doctor',
    ]);
  });

  it.each(commands.map((command) => [command.name(), command] as const))('%s says what it does and takes --json', (_, command) => {
    expect(command.description()).not.toBe('');
    expect(command.options.map(({ long }) => long)).toContain('--json');
    for (const { description } of [...command.options, ...command.registeredArguments]) expect(description).not.toBe('');
  });
});
