import type { Command } from 'commander';
import { addServerOptions, type ServerOptions } from '../options.js';

export function addDoctor(program: Command): void {
  const command = program.command('doctor').description('is all here that a start needs: Node, SQLite, jieba, folders, port; and is the server well');
  addServerOptions(command).action(async (options: ServerOptions) => {
    const { doctor } = await import('../doctor/doctor.js');
    await doctor(options);
  });
}
