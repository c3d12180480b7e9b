import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeDocuments } from './documents.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const checks = process.argv.includes('--check');

const { files, faults } = await makeDocuments(ROOT);
const stale = [...files].filter(([path, text]) => !existsSync(join(ROOT, path)) || readFileSync(join(ROOT, path), 'utf8') !== text);
for (const fault of faults) process.stderr.write(`${fault}\n`);
for (const [path, text] of stale) {
  if (checks) {
    process.stderr.write(`${path} is not what the code says: run \`npm run generate\`\n`);
  } else {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
    process.stdout.write(`${path}\n`);
  }
}
process.exitCode = faults.length > 0 || (checks && stale.length > 0) ? 1 : 0;
