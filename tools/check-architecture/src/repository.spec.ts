import { describe, expect, it } from '@jest/globals';
import { lockFaults, manifestFaults, nameFaults, textFaults } from './repository.js';

describe('the repository check', () => {
  it('finds hosts of registries and paths of one machine', () => {
    const home = ['', 'home', 'someone', 'project'].join('/');
    expect(textFaults('a.md', ['fine', ['https:', '', 'registry.example.org', 'zod'].join('/')].join('\n'))).toEqual(['a.md:2 names a package registry']);
    expect(textFaults('a.md', `see ${home}`)).toEqual(['a.md:1 names a path of one machine']);
    expect(textFaults('a.md', `see \`${home}\``)).toHaveLength(1);
    expect(textFaults('a.md', 'see docs/home/page, https://example.org/home/page and src/work/x')).toEqual([]);
  });

  it('finds version ranges, in overrides too', () => {
    expect(manifestFaults('libs/a/package.json', { dependencies: { zod: '^4.0.0', rxjs: '7.8.2' } })).toEqual([
      'libs/a/package.json: zod is ^4.0.0, not an exact version',
    ]);
    expect(manifestFaults('libs/a/package.json', { overrides: { zod: 'latest' } })).toHaveLength(1);
  });

  it('lets no third package run install scripts', () => {
    const allowed = { node: true, 'nodejs-jieba': true };
    expect(manifestFaults('package.json', { allowScripts: allowed })).toEqual([]);
    expect(manifestFaults('package.json', { allowScripts: { ...allowed, other: true } })).toHaveLength(1);
    expect(manifestFaults('package.json', {})).toHaveLength(1);
  });

  it('finds locked addresses, not links to workspaces', () => {
    const lock = { packages: { 'node_modules/a': { resolved: 'https://example.org/a.tgz' }, 'node_modules/b': { resolved: 'libs/b', link: true } } };
    expect(lockFaults(lock)).toHaveLength(1);
  });

  it('refuses names that say nothing', () => {
    expect(nameFaults('libs/text/src/fold.ts')).toEqual([]);
    expect(nameFaults('libs/text/src/text.utils.ts')).toHaveLength(1);
    expect(nameFaults('libs/text/src/shared/fold.ts')).toHaveLength(1);
    expect(nameFaults('libs/text/src/FoldText.ts')).toHaveLength(1);
  });
});
