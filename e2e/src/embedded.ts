import type { Profile, StartOptions } from './profile.js';
import { makeFolder, Processes, remove, type Call } from './server-process.js';
import { SMALL } from './small-settings.js';

const READY_WITHIN_MS = 20_000;

const processes = new Processes(SMALL, READY_WITHIN_MS);

/** A folder that was not asked for goes when the process has ended. */
function up({ data, inbox, env, args = [] }: StartOptions): Call {
  const folder = data ?? makeFolder();
  return {
    args: ['up', '--port', '0', '--data', folder, '--no-seeds', ...(inbox === undefined ? [] : ['--inbox', inbox]), ...args],
    env,
    after: () => {
      if (data === undefined) remove(folder);
    },
  };
}

/** `wenliu up`: one process, SQLite and a folder. */
export const embedded: Profile = {
  name: 'embedded',
  features: { ownsFolder: true, oneProcess: true, denseOffsets: true, hasEngines: false },
  start: (options = {}) => processes.start(up(options)),
  killWhileStarting: (options, afterMs) => processes.killWhileStarting(up(options), afterMs),
  refused: (options) => processes.run(up(options)),
  command: (args, env) => processes.run({ args, ...(env === undefined ? {} : { env }) }),
  dispose: () => processes.dispose(),
};
