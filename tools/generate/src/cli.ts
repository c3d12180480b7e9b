import { createProgram } from '@wenliu/cli';
import type { Argument, Command, Option } from 'commander';
import { code, page, table } from './markdown.js';

const ABOUT = `\`npx wenliu <command>\`, or \`npm run wenliu -- <command>\`. Exit codes: 0 done, 1 something failed (said on stderr, with what to do),
2 wrong usage.`;

export function cliPage(): string {
  const program = createProgram();
  const commands = leaves(program, '');
  const overview = commands.map(({ name, command }) => [`[${code(name)}](#${anchor(name)})`, command.description()]);
  return page('Command line', ABOUT, table(['command', 'does'], overview), ...commands.map(section));
}

interface Named {
  name: string;
  command: Command;
}

/** Commands that do something, below those that only group them. */
function leaves(parent: Command, path: string): Named[] {
  return parent.createHelp().visibleCommands(parent).flatMap((command) => {
    if (command.name() === 'help') return [];
    const name = `${path}${path === '' ? '' : ' '}${command.name()}`;
    return command.commands.length > 0 ? leaves(command, name) : [{ name, command }];
  });
}

function section({ name, command }: Named): string {
  const help = command.createHelp();
  const takes = command.registeredArguments.map((argument) => {
    const word = `${argument.name()}${argument.variadic ? '...' : ''}`;
    return argument.required ? `<${word}>` : `[${word}]`;
  });
  const rows = [
    ...command.registeredArguments.map((argument) => [code(argument.name()), meaning(argument)]),
    ...help.visibleOptions(command).filter(({ long }) => long !== '--help').map((option) => [code(option.flags), meaning(option)]),
  ];
  const usage = code(['wenliu', name, ...takes].join(' '));
  return `## ${name}\n${usage}: ${command.description()}${rows.length === 0 ? '' : `\n\n${table(['takes', 'meaning'], rows)}`}`;
}

function meaning({ description, defaultValue, defaultValueDescription, argChoices }: Argument | Option): string {
  const choices = argChoices === undefined ? [] : [`one of ${argChoices.map(code).join(', ')}`];
  const preset = defaultValue === undefined || typeof defaultValue === 'boolean' ? [] : [`default ${code(defaultValueDescription ?? String(defaultValue))}`];
  return [description, ...choices, ...preset].join('; ');
}

const anchor = (name: string): string => name.replaceAll(' ', '-');
