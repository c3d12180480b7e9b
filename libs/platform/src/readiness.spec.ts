import { describe, expect, it } from '@jest/globals';
import { Readiness } from './readiness.js';
import { SourceProblems } from './source-problems.js';

describe('Readiness', () => {
  it('begins as starting, and is ready once started', () => {
    const readiness = new Readiness();
    expect(readiness.problems()).toEqual(['start: starting']);
    readiness.started();
    expect(readiness.problems()).toEqual([]);
  });

  it('holds one problem a part, until the part takes it back', () => {
    const readiness = new Readiness();
    readiness.started();
    readiness.set('index', 'red');
    readiness.set('index', 'yellow');
    readiness.set('stop', 'stopping');
    expect(readiness.problems()).toEqual(['index: yellow', 'stop: stopping']);
    readiness.set('index', null);
    expect(readiness.problems()).toEqual(['stop: stopping']);
  });
});

describe('SourceProblems', () => {
  it('keeps since when a problem is there, and tells only of new ones', () => {
    let now = 0;
    const problems = new SourceProblems(() => new Date(now));
    const first = { source: 'a.txt', detail: 'EACCES' };
    expect(problems.replace('inbox', [first])).toHaveLength(1);
    now = 60_000;
    const second = { source: 'b.txt', detail: 'ENOENT' };
    expect(problems.replace('inbox', [first, second])).toMatchObject([second]);
    expect(problems.all()).toEqual([
      { ...first, since: '1970-01-01T00:00:00.000Z' },
      { ...second, since: '1970-01-01T00:01:00.000Z' },
    ]);
  });

  it('forgets what a source no longer says, and nothing of the others', () => {
    const problems = new SourceProblems(() => new Date(0));
    problems.replace('one', [{ source: 'a', detail: 'x' }]);
    problems.replace('two', [{ source: 'b', detail: 'y' }]);
    problems.replace('one', []);
    expect(problems.all()).toMatchObject([{ source: 'b' }]);
  });
});
