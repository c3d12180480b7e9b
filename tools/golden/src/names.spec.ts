import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { f1 } from './measures.js';
import { scoreNames } from './names.js';

async function score(...lines: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'wenliu-names-'));
  try {
    const file = join(folder, 'names.tsv');
    await writeFile(file, `${lines.join('\n')}\n`);
    return await scoreNames(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('scoreNames', () => {
  it('takes what is read right for right, wherever it is printed', async () => {
    const { forms, tally } = await score('over\t本报记者 林见川\t林见川#本报', 'in\t本报讯（记者 林见川 苏眉）\t林见川 苏眉#本报', 'foot\t（据新华社）\t#新华社', 'tail\t（林见川）\t林见川#', 'over\t文/林见川 图/苏眉\t林见川 +苏眉#');
    expect(forms).toBe(5);
    expect(tally.errors).toEqual([]);
  });

  it('counts what is missed and what is made up', async () => {
    const { tally } = await score('over\t本报记者 林见川\t林见川 苏眉#新华社');
    expect(tally.counts().map(([measure, count]) => [measure, Number(f1(count).toFixed(2))])).toEqual([['articles', 1], ['authors', 0.67], ['agency', 0]]);
  });

  it.each(['本报记者 林见川', 'above\t本报记者 林见川\t林见川#', 'over\t本报记者 林见川\t林见川'])('says what is wrong with the line %p', async (line) => {
    await expect(score(line)).rejects.toThrow('a form is a place');
  });
});
