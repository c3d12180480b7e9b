import type { PageView } from './page-view.js';
import { lastLines, type Reading, type Thread } from './reading.js';

/** What lies nearest has so much (ln of odds) in its favour. */
const NEAREST = 1.2;
/** Below this a caption says nothing of its own. */
const LEAST = 0.5;
const MOST_LINES = 30;

/** The article a picture belongs to: the one that speaks of the same, else the one being read. */
export function captionedThread(view: PageView, reading: Reading, line: number): Thread | undefined {
  const [current] = reading.threads;
  const role = view.roles[line];
  if (current === undefined || (role?.kind === 'caption' && role.caption.creditOnly)) return threadAbove(reading, line) ?? current;
  let best: Thread | undefined = current;
  let odds = Math.max(LEAST, matchOf(view, current, line) + NEAREST);
  for (const thread of reading.threads) {
    const own = thread === current ? -Infinity : matchOf(view, thread, line);
    if (own > odds) [best, odds] = [thread, own];
  }
  return best;
}

/** Whether the words under a picture go with an article above rather than with the headline that waits. */
export function isOfThread(view: PageView, reading: Reading, thread: Thread, line: number): boolean {
  const ahead = view.cohesion.match([line], [...reading.stack, ...view.ahead(line + 1)]);
  return matchOf(view, thread, line) > Math.max(LEAST, ahead + NEAREST);
}

function matchOf(view: PageView, thread: Thread, line: number): number {
  return view.cohesion.match([line], [...thread.headings, ...lastLines(thread.text, MOST_LINES)]);
}

/** The words that a photographer's name signs are those just above it. */
function threadAbove(reading: Reading, line: number): Thread | undefined {
  const above = reading.step?.before?.acts.find((act) => act.kind === 'caption' && act.line === line - 1);
  return above === undefined ? undefined : reading.threads.find((thread) => thread.id === above.thread);
}
