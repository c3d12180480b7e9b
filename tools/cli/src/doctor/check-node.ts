import { fail, ok, type Check } from './check.js';

/** The first version whose `node:sqlite` needs no flag and has what the data folder's databases use. */
const LEAST_NODE = 24;

export function checkNode(version: string): Check {
  const major = Number(version.split('.', 1)[0]);
  return major >= LEAST_NODE
    ? ok('node', version)
    : fail('node', `${version} is too old`, `install Node ${LEAST_NODE} or newer: https://nodejs.org`);
}

export async function checkSqlite(): Promise<Check> {
  try {
    const { DatabaseSync } = await import('node:sqlite');
    const db = new DatabaseSync(':memory:');
    db.exec("CREATE VIRTUAL TABLE t USING fts5(x); INSERT INTO t VALUES ('works')");
    const found = db.prepare("SELECT sqlite_version() AS version FROM t WHERE t MATCH 'works'").get();
    db.close();
    return ok('sqlite', `${String(found?.['version'])} with FTS5`);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return fail('sqlite', `node:sqlite does not work: ${detail}`, 'run with the Node of this project: npm run wenliu -- doctor');
  }
}
