// Compiles everything: removes output whose source is gone, then tsc with project references, then the web page.
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

for (const output of globSync('{libs,libs/adapters,services,tools}/*/dist/**/*.js')) {
  const source = output.replace('/dist/', '/src/').replace(/\.js$/, '');
  if (output.startsWith('services/web/') || existsSync(`${source}.ts`) || existsSync(`${source}.tsx`)) continue;
  const folder = output.slice(0, output.indexOf('/dist/'));
  // The build info would say that nothing changed.
  rmSync(`${folder}/dist`, { recursive: true, force: true });
}
execFileSync('tsc', ['-b'], { stdio: 'inherit' });
execFileSync('npm', ['run', 'build', '--silent', '--workspace', '@wenliu/web'], { stdio: ['ignore', 'ignore', 'inherit'] });
