import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../run-wenliu.fixture.js';
import { checkFolder, judgeRoom } from './check-folder.js';
import { checkJieba } from './check-jieba.js';
import { checkNode, checkSqlite } from './check-node.js';

describe('doctor', () => {
  it.each([
    ['20.11.0', 'fail'],
    ['24.0.0', 'ok'],
    ['26.1.0', 'ok'],
  ])('takes Node %s as %s', (version, level) => {
    expect(checkNode(version).level).toBe(level);
  });

  it.each([
    [100 * 1024 ** 3, 'ok'],
    [1024 ** 3, 'warn'],
    [1024 ** 2, 'fail'],
  ])('takes %i free bytes as %s', (bytes, level) => {
    expect(judgeRoom(bytes).level).toBe(level);
  });

  it('finds FTS5', async () => {
    expect(await checkSqlite()).toMatchObject({ level: 'ok' });
  });

  it('takes a data folder that can be made, and makes none', async () => {
    const folder = join(temporaryFolder(), 'a', 'b');
    const [data] = await checkFolder(folder);
    expect(data).toMatchObject({ level: 'ok', detail: `${folder} (will be made)` });
  });

  it('names a dictionary that is missing', async () => {
    const settings = { WENLIU_HTTP_HOST: '', WENLIU_HTTP_PORT: 1, WENLIU_NLP_SEGMENTER: 'node-rs-jieba' as const, WENLIU_NLP_DICTIONARY: '/no/such/file' };
    const [jieba, dictionary] = await checkJieba(settings);
    expect(jieba).toMatchObject({ name: 'jieba', level: 'ok' });
    expect(dictionary).toMatchObject({ name: 'dictionary', level: 'fail' });
  });
});
