import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ESLint } from 'eslint';

/** A violation on purpose: what it is linted as, and the rule (with the start of its message) that must catch it. */
interface Planted {
  name: string;
  folder: string;
  rule: string;
  message: string;
  code: string;
}

const NOTHING = 'nothing';

/**
 * Lints every fixture with the project's own configuration, as if it stood in the folder it names. Answers with a sentence
 * for each that was not caught: then the rule that should have caught it is asleep for the real code too.
 */
export async function missedViolations(root: string): Promise<string[]> {
  // With CI set, typescript-eslint reads each file once and for all; here one file stands for many fixtures.
  process.env['TSESTREE_SINGLE_RUN'] = 'false';
  const eslint = new ESLint({ cwd: root });
  const missed: string[] = [];
  for (const planted of readFixtures(root)) {
    const [result] = await eslint.lintText(planted.code, { filePath: standIn(root, planted.folder) });
    const found = result?.messages ?? [];
    const caught = planted.rule === NOTHING ? found.length === 0 : found.some(({ ruleId, message }) => ruleId === planted.rule && message.startsWith(planted.message));
    if (caught) continue;
    const instead = found.map(({ ruleId, message }) => `${ruleId ?? 'error'}: ${message}`).join('; ');
    missed.push(`${planted.name} in ${planted.folder} must break ${planted.rule}; it breaks ${instead === '' ? NOTHING : instead}`);
  }
  return missed;
}

function readFixtures(root: string): Planted[] {
  return globSync(join(root, 'tools/check-architecture/fixtures/*.ts'))
    .sort()
    .map((path) => parseFixture(basename(path), readFileSync(path, 'utf8')));
}

function parseFixture(name: string, text: string): Planted {
  const say = (key: string): string | undefined => new RegExp(`^// ${key}: (.+)$`, 'm').exec(text)?.[1];
  const folder = say('In');
  const [rule, message] = say('Breaks')?.split(': ') ?? [];
  if (folder === undefined || rule === undefined) throw new Error(`${name} does not say "// In: folder" and "// Breaks: rule"`);
  const code = text.replace(/^(\/\/ (In|Breaks|Times): .+\n)+/, '');
  return { name, folder, rule, message: message ?? '', code: code.repeat(Number(say('Times') ?? 1)) };
}

/** A file that exists: rules that need types know only files of a project. */
function standIn(root: string, folder: string): string {
  const file = globSync(join(root, folder, '*.ts'))
    .sort()
    .find((path) => /^[a-z-]+\.ts$/.test(basename(path)) && basename(path) !== 'index.ts');
  if (file === undefined) throw new Error(`there is no file in ${folder} to lint a fixture as`);
  return file;
}
