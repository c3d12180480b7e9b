import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINES, type EngineName } from './engine-table.js';
import { endProcess, startEngine } from './start-engine.js';
import { isUp, readState, writeState, type Kept } from './state.js';

type Print = (line: string) => void;

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
const settingOf = ({ name, address }: Kept): string => `export ${ENGINES[name].setting}=${address}`;

async function keep(name: EngineName): Promise<Kept> {
  const dataFolder = await mkdtemp(join(tmpdir(), `wenliu-${name}-`));
  const { address, port, pid } = await startEngine(name, { dataFolder, mode: 'detached' }).catch(async (cause: unknown) => {
    await rm(dataFolder, { recursive: true, force: true });
    throw cause;
  });
  return { name, address, port, pid, folder: dataFolder };
}

async function end({ pid, folder }: Kept): Promise<void> {
  await endProcess(pid, folder);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Starts what does not run yet, and prints the settings to export. */
export async function up(names: readonly EngineName[], print: Print): Promise<void> {
  for (const name of names) {
    const state = await readState();
    const known = state.find((kept) => kept.name === name);
    if (known && (await isUp(known))) {
      print(settingOf(known));
      continue;
    }
    if (known) await end(known);
    const started = Date.now();
    const kept = await keep(name);
    await writeState([...state.filter((other) => other.name !== name), kept]);
    print(`# ${name} answers after ${seconds(Date.now() - started)}, process ${kept.pid}, data in ${kept.folder}`);
    print(settingOf(kept));
  }
}

/** Ends what `up` started and removes its data. */
export async function down(names: readonly EngineName[], print: Print): Promise<void> {
  const state = await readState();
  const chosen = state.filter(({ name }) => names.includes(name));
  await Promise.all(chosen.map(end));
  await writeState(state.filter((kept) => !chosen.includes(kept)));
  for (const { name, pid } of chosen) print(`${name} ended (process ${pid})`);
  if (chosen.length === 0) print('nothing runs');
}

export async function status(print: Print): Promise<void> {
  const state = await readState();
  for (const kept of state) {
    print(`${kept.name}\t${(await isUp(kept)) ? 'answers' : 'does not answer'}\t${kept.address}\tprocess ${kept.pid}\t${kept.folder}`);
  }
  if (state.length === 0) print('nothing runs');
}
