import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressOf, type EngineName } from './engine-table.js';
import { freePorts } from './free-ports.js';
import { commandOf, launch, type Mode } from './launch.js';
import { eventually, isAlive, sendSignal, worksOn } from './processes.js';
import { propertiesOf, type Ports } from './properties.js';

/** An orderly end takes a second or two; what does not come to it is killed. */
const ORDERLY_END_MS = 15_000;

export interface StartOptions {
  /** Where the data is kept, and found again; by default a temporary folder that `stop` removes. */
  readonly dataFolder?: string;
  /** By default a free one, or the one that the data folder was used with before. */
  readonly port?: number;
  readonly mode?: Mode;
  /** In place of those that it has by default. */
  readonly settings?: (ports: Ports) => Record<string, string>;
}

/** An engine's process, for tests that need it to fail. */
export interface RunningEngine {
  readonly name: EngineName;
  /** For the setting of Wenliu that names the engine; the same after a restart. */
  readonly address: string;
  readonly port: number;
  readonly folder: string;
  /** The process at the moment. */
  readonly pid: number;
  /** An orderly end; removes the data if it was temporary. */
  stop(): Promise<void>;
  /** `kill -9`; the data stays. */
  kill(): Promise<void>;
  /** Ends it in order unless it was killed, and starts it on the same port and data. */
  restart(): Promise<void>;
  pause(): void;
  resume(): void;
}

/** An engine keeps its ports: they are written down in its data. */
async function portsIn(folder: string, wanted: number | undefined): Promise<Ports> {
  const file = join(folder, 'ports');
  const kept = existsSync(file) ? (await readFile(file, 'utf8')).split(' ').map(Number) : [];
  const [first = 0, second = 0] = kept.length === 2 ? kept : await freePorts(2);
  const ports = { port: wanted ?? first, inner: second };
  await writeFile(file, `${ports.port} ${ports.inner}`);
  return ports;
}

/** Starts an engine and waits until it answers. `EngineMissing` where it cannot be had; else an error with its last lines. */
export async function startEngine(name: EngineName, options: StartOptions = {}): Promise<RunningEngine> {
  const command = await commandOf(name);
  const folder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), `wenliu-${name}-`)));
  await mkdir(folder, { recursive: true });
  const ports = await portsIn(folder, options.port);
  await writeFile(join(folder, 'server.properties'), propertiesOf(name, ports, folder, options.settings?.(ports)));
  let starts = 0;
  const begin = () =>
    launch(command, { name, mode: options.mode ?? 'attached', folder, port: ports.port, log: join(folder, `output.${++starts}.log`) });
  const removeIfTemporary = async (): Promise<void> => {
    if (options.dataFolder === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  let child = await begin().catch(async (cause: unknown) => {
    await removeIfTemporary();
    throw cause;
  });
  return {
    name,
    address: addressOf(name, ports.port),
    port: ports.port,
    folder,
    get pid() {
      return child.pid;
    },
    stop: async () => {
      await endProcess(child.pid, folder);
      await removeIfTemporary();
    },
    kill: async () => {
      sendSignal(child.pid, 'SIGKILL');
      await eventually(async () => !(await isAlive(child.pid)), ORDERLY_END_MS);
    },
    restart: async () => {
      await endProcess(child.pid, folder);
      child = await begin();
    },
    pause: () => sendSignal(child.pid, 'SIGSTOP'),
    resume: () => sendSignal(child.pid, 'SIGCONT'),
  };
}

/** Ends the process if it is still the one that works on the folder: in order, else at once. */
export async function endProcess(pid: number, folder: string): Promise<void> {
  if (!(await worksOn(pid, folder))) return;
  const gone = async (): Promise<boolean> => !(await isAlive(pid));
  // One that is paused would hear of it only when it goes on.
  sendSignal(pid, 'SIGCONT');
  sendSignal(pid, 'SIGTERM');
  if (await eventually(gone, ORDERLY_END_MS)) return;
  sendSignal(pid, 'SIGKILL');
  await eventually(gone, ORDERLY_END_MS);
}
