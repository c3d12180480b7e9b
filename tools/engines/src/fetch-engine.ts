import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineName } from './engine-table.js';
import { runsNewestOpenSearch, type Jdk } from './find-jdk.js';
import { CACHE, sourceOf } from './folders.js';
import { runTool } from './run-tool.js';

/** The last OpenSearch that runs on a JDK of 17. */
const OLDER_OPENSEARCH = '-Drunner.version=2.19.1.0';
/** Where the system's package has none. */
const GO = ['/usr/local/go/bin/go', '/usr/lib/go/bin/go'].find((path) => existsSync(path)) ?? 'go';

const hashOf = (...parts: (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 12);
};

/** Fills the folder once: what is there was whole, since it was made aside and renamed. */
async function once(folder: string, fill: (aside: string) => Promise<void>): Promise<string> {
  if (existsSync(folder)) return folder;
  const aside = `${folder}.${process.pid}.tmp`;
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true });
  try {
    await fill(aside);
    // Another process may have been first; what it made is the same.
    await rename(aside, folder).catch((cause: unknown) => {
      if (!existsSync(folder)) throw cause;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return folder;
}

/** The folder with the jars of a Java engine, from Maven on first use. */
export async function fetchJars(name: EngineName, jdk: Jdk): Promise<string> {
  const options = name === 'opensearch' && !runsNewestOpenSearch(jdk) ? [OLDER_OPENSEARCH] : [];
  const pom = join(sourceOf(name), 'pom.xml');
  const hash = hashOf(await readFile(pom), ...options);
  return once(join(CACHE, name, hash), (aside) =>
    runTool(
      'mvn',
      ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${aside}`, '-DincludeScope=runtime', ...options],
      aside,
      `the packages of ${name} cannot be had from Maven`,
    ),
  );
}

/** The program of an engine in Go, built on first use. */
export async function buildProgram(name: EngineName): Promise<string> {
  const source = sourceOf(name);
  const files = await Promise.all(['go.mod', 'go.sum', 'main.go'].map((file) => readFile(join(source, file))));
  const folder = await once(join(CACHE, name, hashOf(...files)), async (aside) => {
    const copy = join(aside, 'source');
    await cp(source, copy, { recursive: true });
    await runTool(GO, ['build', '-o', join(aside, name), '.'], copy, `${name} cannot be built`);
  });
  return join(folder, name);
}
