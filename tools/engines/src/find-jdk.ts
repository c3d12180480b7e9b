import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EngineMissing } from './engine-missing.js';

export interface Jdk {
  readonly home: string;
  readonly major: number;
}

/** Where Debian, Fedora and their kin keep JDKs. */
const JDK_FOLDER = '/usr/lib/jvm';
const WANTED = 21;
/** The oldest that all engines run on, OpenSearch in an older version. */
const OLDEST = 17;

/** 25 of a JDK's file `release`, which has `JAVA_VERSION="25.0.1"`; `null` where it says nothing. */
export function majorOf(release: string): number | null {
  const major = /^JAVA_VERSION="(\d+)/m.exec(release)?.[1];
  return major === undefined ? null : Number(major);
}

/** The first that all engines run on in their newest version, else the first that will do. */
export function chooseJdk(found: readonly Jdk[]): Jdk | null {
  return found.find(({ major }) => major >= WANTED) ?? found.find(({ major }) => major >= OLDEST) ?? null;
}

export const runsNewestOpenSearch = (jdk: Jdk): boolean => jdk.major >= WANTED;

function readJdk(home: string): Jdk | null {
  // Launchers are source files: a runtime without compiler is not enough.
  if (!existsSync(join(home, 'bin', 'javac')) || !existsSync(join(home, 'release'))) return null;
  const major = majorOf(readFileSync(join(home, 'release'), 'utf8'));
  return major === null ? null : { home, major };
}

export function findJdk(): Jdk {
  const installed = existsSync(JDK_FOLDER) ? readdirSync(JDK_FOLDER).sort().map((name) => join(JDK_FOLDER, name)) : [];
  const named = process.env['JAVA_HOME'];
  const homes = named === undefined ? installed : [named, ...installed];
  const jdk = chooseJdk(homes.map(readJdk).filter((found) => found !== null));
  if (jdk) return jdk;
  throw new EngineMissing(`no JDK of ${OLDEST} or newer under JAVA_HOME or ${JDK_FOLDER}; install one (${WANTED} or newer for the newest OpenSearch)`);
}
