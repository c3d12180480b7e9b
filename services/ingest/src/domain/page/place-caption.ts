import type { PageView } from './page-view.js';
import { lastLines, type Reading, type Thread } from './reading.js';

/** What lies nearest has so much (ln of odds) in its favour. */
const NEAREST = 1.2;
/** Below this a caption says nothing of its own. */
const LEAST = 0.5;
const MOST_LINES = 30;
/** Who a picture shows is named in so many characters. */
const OPENING = 8;
/** Headings over a piece that a picture tells. */
const MOST_OVER_STORY = 2;

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
  if (introducesWriter(view, reading, line)) return false;
  const ahead = view.cohesion.match([line], [...reading.stack, ...view.ahead(line + 1)]);
  return matchOf(view, thread, line) > Math.max(LEAST, ahead + NEAREST);
}

/** Whether the headings that wait stand over the words of a picture that are a piece of their own, rather than over the text below. */
export function isHeadOfStory(view: PageView, { stack }: Reading, line: number): boolean {
  if (stack.length === 0 || stack.length > MOST_OVER_STORY || stack.at(-1) !== line - 1 || stack.some((entry) => view.roles[entry]?.kind !== 'text')) return false;
  const ahead = view.ahead(line + 1);
  return ahead.length === 0 || view.cohesion.match(stack, [line]) >= view.cohesion.match(stack, ahead);
}

/** “●某某，省骨科医院主任医师。” beside the names that wait for their text. */
function introducesWriter(view: PageView, { stack }: Reading, line: number): boolean {
  const opening = view.text(line).slice(0, OPENING);
  return stack.some((entry) => {
    const role = view.roles[entry];
    return role?.kind === 'byline' && role.byline.authors.some(({ name }) => opening.includes(name));
  });
}

function matchOf(view: PageView, thread: Thread, line: number): number {
  return view.cohesion.match([line], [...thread.headings, ...lastLines(thread.text, MOST_LINES)]);
}

/** The words that a photographer's name signs are those just above it. */
function threadAbove(reading: Reading, line: number): Thread | undefined {
  const above = reading.step?.before?.acts.find((act) => act.kind === 'caption' && act.line === line - 1);
  return above === undefined ? undefined : reading.threads.find((thread) => thread.id === above.thread);
}
