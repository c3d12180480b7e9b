
export interface StartOptions {
  /** A folder that is kept between starts; without it the server has one of its own, which goes with it. */
  data?: string;
  inbox?: string;
  /** Options beside those every server of the story has. */
  args?: readonly string[];
  /** Settings beside those every server of the story has. */
  env?: Readonly<Record<string, string>>;
}

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  seconds: number;
  stderr: string;
}

/** A server that has said it is ready. */
export interface Running {
  readonly url: string;
  readonly pid: number;
  /** The end of the process, however it comes. */
  readonly ended: Promise<Ended>;
  /** SIGTERM; how it ended. */
  stop(): Promise<Ended>;
  /** SIGKILL. */
  kill(): Promise<Ended>;
}

/** How a profile is started and stopped; the stories are the same in all of them. */
export interface Profile {
  name: string;
  features: {
    /** The folder of the data belongs to one process, and can be put on a disk of its own. */
    ownsFolder: boolean;
    /** The counters of one process are those of the whole pipeline. */
    oneProcess: boolean;
    /** Every offset of the log is a message; else some are marks of its own. */
    denseOffsets: boolean;
    /** Ports are bound to engines that can be away while the server runs. */
    hasEngines: boolean;
  };
  /** Rejects with what the server said where it does not come to be ready. */
  start(options?: StartOptions): Promise<Running>;
  /** SIGKILL so many milliseconds after the start, whether it is ready by then or not. */
  killWhileStarting(options: StartOptions, afterMs: number): Promise<Ended>;
  /** A start that is expected to be refused. */
  refused(options: StartOptions): Promise<Ended>;
  /** The `wenliu` command. */
  command(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended & { stdout: string }>;
  /** Ends what was started and is still there; last of all. */
  dispose(): Promise<void>;
}

/** The cluster profile reads where the engines are when it is loaded. */
const PROFILES: Readonly<Record<string, () => Promise<Profile>>> = {
  embedded: async () => (await import('./embedded.js')).embedded,
  cluster: async () => (await import('./cluster.js')).cluster,
};

/** The profile that the story is told in: `E2E_PROFILE`, or the embedded one. */
export async function chosenProfile(name = process.env['E2E_PROFILE'] ?? 'embedded'): Promise<Profile> {
  const load = PROFILES[name];
  if (load === undefined) throw new Error(`no profile ${name}: there are ${Object.keys(PROFILES).join(', ')}`);
  return load();
}
