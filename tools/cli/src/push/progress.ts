import cliProgress from 'cli-progress';
import { say } from '../failures.js';

/** Lines instead of a bar: seldom enough for a log. */
const LINE_EVERY_MS = 5_000;

export interface Progress {
  /** Of `total` given at the start. */
  to(done: number, words: string): void;
  /** Something for people that must not be lost: printed once, above a bar. */
  note(line: string): void;
  stop(): void;
}

/** A bar on a terminal, plain lines elsewhere; both on stderr, so stdout is for programs. */
export function startProgress(label: string, total: number): Progress {
  return process.stderr.isTTY ? bar(label, total) : lines(label, total);
}

function bar(label: string, total: number): Progress {
  const single = new cliProgress.SingleBar(
    { format: `${label} {bar} {percentage}% · {words} · {eta_formatted} left`, stream: process.stderr, hideCursor: true, gracefulExit: false, etaBuffer: 100 },
    cliProgress.Presets.shades_classic,
  );
  let note = '';
  single.start(Math.max(1, total), 0, { words: '' });
  return {
    to: (done, words) => single.update(Math.min(done, Math.max(1, total)), { words }),
    note: (line) => {
      if (line === note) return;
      note = line;
      // Over the bar, which draws itself again below.
      process.stderr.write(`\r\u001b[K${line}\n`);
    },
    stop: () => single.stop(),
  };
}

function lines(label: string, total: number): Progress {
  let spokenAt = Date.now();
  let note = '';
  return {
    to: (done, words) => {
      if (Date.now() - spokenAt < LINE_EVERY_MS) return;
      spokenAt = Date.now();
      say(`${label} ${total === 0 ? '' : `${Math.floor((100 * Math.min(done, total)) / total)}% · `}${words}`);
    },
    note: (line) => {
      if (line !== note) say(line);
      note = line;
    },
    stop: () => undefined,
  };
}
