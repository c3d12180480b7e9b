import { randomBytes } from 'node:crypto';
import { openMongo, type MongoEngine } from './mongo-engine.js';
import { connect } from './raw-connection.fixture.js';

export interface TemporaryDatabase {
  readonly engine: MongoEngine;
  readonly database: string;
  reopen(): Promise<MongoEngine>;
  dispose(): Promise<void>;
}

/** A database of its own, which goes with it. */
export async function openTemporary(uri: string): Promise<TemporaryDatabase> {
  const database = `wenliu-${randomBytes(6).toString('hex')}`;
  const open = (): Promise<MongoEngine> => openMongo({ uri, database });
  let engine = await open();
  return {
    database,
    get engine() {
      return engine;
    },
    reopen: async () => {
      await engine.close();
      engine = await open();
      return engine;
    },
    dispose: async () => {
      await engine.close();
      const raw = await connect(uri);
      await raw.db(database).dropDatabase();
      await raw.close();
    },
  };
}
