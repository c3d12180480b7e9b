import type { Command } from 'commander';
import { addServerOptions, type ServerOptions } from '../options.js';

export type ExportOptions = ServerOptions;

export function addExport(program: Command): void {
  const command = program
    .command('export')
    .description('copy all originals with what was said of them into a folder; pushed into another Wenliu they give the same ids')
    .argument('<folder>', 'where to; a folder of an export that was interrupted is completed');
  addServerOptions(command).action(async (folder: string, options: ExportOptions) => {
    const { exportDocuments } = await import('../export/export.js');
    await exportDocuments(folder, options);
  });
}
