import type { ServerOptions } from '../options.js';
import { print, printJson } from '../output.js';
import { toTable } from '../views/table.js';
import type { Check } from './check.js';
import { checkNode, checkSqlite } from './check-node.js';

/** Looks at everything a start needs; changes nothing. */
export async function doctor(options: ServerOptions): Promise<void> {
  const checks = [checkNode(process.versions.node), await checkSqlite()];
  if (!checks.some(isFailed)) {
    // Loads the services, which an old Node cannot.
    const { checkSettings } = await import('./check-settings.js');
    checks.push(...(await checkSettings(options)));
  }
  for (const check of checks) await (options.json === true ? printJson(check) : print(render(check)));
  if (checks.some(isFailed)) process.exitCode = 1;
}

const isFailed = ({ level }: Check): boolean => level === 'fail';

function render({ level, name, detail, todo }: Check): string {
  return toTable([[level.padEnd(4), name.padEnd(10), detail]]) + (todo === null ? '' : `      → ${todo}\n`);
}
