import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InMemoryOriginalStore } from '@wenliu/testing';
import { openSqlite, type SqliteEngine } from './sqlite-engine.js';

export interface TemporaryEngine {
  readonly folder: string;
  readonly engine: SqliteEngine;
  reopen(): Promise<SqliteEngine>;
  dispose(): Promise<void>;
}

/** An engine in a folder of its own, which goes with it. */
export async function openTemporary(): Promise<TemporaryEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'wenliu-sqlite-'));
  const large = new InMemoryOriginalStore();
  let engine = await openSqlite(folder, large);
  return {
    folder,
    get engine() {
      return engine;
    },
    reopen: async () => {
      await engine.close();
      engine = await openSqlite(folder, large);
      return engine;
    },
    dispose: async () => {
      await engine.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
