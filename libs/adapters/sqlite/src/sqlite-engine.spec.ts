import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { InMemoryOriginalStore } from '@wenliu/testing';
import { DataInUse } from './data-lock.js';
import { openSqlite, type SqliteEngine } from './sqlite-engine.js';

describe('the SQLite engine', () => {
  let folder: string;
  const open = (): Promise<SqliteEngine> => openSqlite(folder, new InMemoryOriginalStore());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wenliu-engine-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('refuses a folder that is open, naming it and what to do, and disturbs nobody', async () => {
    const first = await open();
    await first.log.createTopics([{ name: 'topic', retention: null }]);
    const refused = open();
    await expect(refused).rejects.toBeInstanceOf(DataInUse);
    await expect(refused).rejects.toThrow(folder);
    await expect(refused).rejects.toThrow('WENLIU_DATA');
    expect(await first.log.topics('')).toEqual(['topic']);
    await first.close();
    const second = await open();
    expect(await second.log.topics('')).toEqual(['topic']);
    await second.close();
  });

  it('refuses a folder that another process has open, until that process has ended, however it ended', async () => {
    const victim = new URL('./crash-victim.fixture.js', import.meta.url);
    const child = spawn(process.execPath, ['--no-warnings', victim.pathname, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const exited = once(child, 'exit');
    await once(child.stdout, 'data');
    await expect(open()).rejects.toBeInstanceOf(DataInUse);
    child.kill('SIGKILL');
    await exited;
    await (await open()).close();
  });

  it.each(['log', 'ledger', 'originals', 'articles', 'search'])('refuses a %s.db of another layout, saying what to do, and leaves the folder free', async (name) => {
    await (await open()).close();
    const setLayout = (layout: number): void => {
      const db = new DatabaseSync(join(folder, `${name}.db`));
      db.exec(`PRAGMA user_version = ${layout}`);
      db.close();
    };
    setLayout(99);
    const refused = open();
    await expect(refused).rejects.toThrow(`${name}.db has layout 99`);
    await expect(refused).rejects.toThrow('start the version that wrote it');
    setLayout(1);
    await (await open()).close();
  });

  it('refuses a file that is no database', async () => {
    await writeFile(join(folder, 'articles.db'), 'not a database, but long enough to be taken for one'.repeat(100));
    await expect(open()).rejects.toThrow(/not a database/);
  });

  it('says that it is unavailable once it is closed', async () => {
    const engine = await open();
    await engine.close();
    for (const call of [engine.log.append([]), engine.articles.count(), engine.search.versions([]), engine.ledger.countDocuments()]) {
      await expect(call).rejects.toMatchObject({ name: 'PortUnavailable' });
    }
  });
});
