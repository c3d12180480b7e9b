// Compiles everything: removes output whose source is gone, then tsc with project references, then the web page.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

for (const output of globSync('{{libs,libs/adapters,services,tools}/*,e2e}/dist/**/*.js')) {
  const source = output.replace('/dist/', '/src/').replace(/\.js$/, '');
  if (output.startsWith('services/web/') || existsSync(`${source}.ts`) || existsSync(`${source}.tsx`)) continue;
  const folder = output.slice(0, output.indexOf('/dist/'));
  // The build info would say that nothing changed.
  rmSync(`${folder}/dist`, { recursive: true, force: true });
}
run('tsc', ['-b']);
run('npm', ['run', 'build', '--silent', '--workspace', '@wenliu/web']);

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  // The command has said what is wrong.
  if (status !== 0) process.exit(1);
}
