import { createGroup, type Group, type Place } from './group.js';
import { takeSigned } from './part-signed.js';
import type { PageView } from './page-view.js';
import type { Act, Reason, Step } from './reading.js';
import { reunite } from './reunite.js';
import type { LineRole } from '../split-result.js';

/** The steps of a reading as articles, in the order in which they begin on the page; one that was found within another comes last. */
export function gather(view: PageView, last: Step | null): { groups: Group[]; places: Place[] } {
  const steps: Step[] = [];
  for (let step = last; step !== null; step = step.before) steps.push(step);
  steps.reverse();
  const groups: Group[] = [];
  const numbers = new Map<number, number>();
  const places: Place[] = view.lines.map(() => ({ group: null, role: 'residue', reason: 'frame', margin: 0 }));
  const open = (thread: number): number => {
    const known = numbers.get(thread);
    if (known !== undefined) return known;
    numbers.set(thread, groups.length);
    groups.push(createGroup());
    return groups.length - 1;
  };
  for (const { acts, reason, margin } of steps) {
    for (const done of acts) {
      const number = open(done.thread);
      const group = groups[number];
      if (group === undefined) continue;
      for (const line of apply(view, group, done)) {
        places[line] = { group: number, role: roleOf(view, done, line), reason: reasonOf(done, reason), margin };
      }
    }
  }
  reunite(view, groups, places);
  for (const group of [...groups]) {
    const signed = takeSigned(group);
    if (signed === null) continue;
    const numbers = new Set([...signed.body, ...signed.bylines].map(({ line }) => line.number));
    view.lines.forEach(({ number }, i) => {
      const place = places[i];
      if (place !== undefined && numbers.has(number)) place.group = groups.length;
    });
    groups.push(signed);
  }
  return { groups, places };
}

function roleOf(view: PageView, done: Act, line: number): LineRole {
  const kind = view.roles[line]?.kind;
  if (done.kind === 'head') return kind === 'text' ? 'headline' : kind === 'caption' ? 'caption' : kind === 'sign-off' ? 'sign-off' : 'byline';
  return done.kind === 'subheads' ? 'subhead' : done.kind === 'story' ? 'text' : done.kind;
}

function reasonOf(done: Act, reason: Reason): Reason {
  if (done.kind === 'head') return done.reason;
  return done.kind === 'subheads' ? 'subhead' : done.kind === 'text' ? reason : done.kind === 'sign-off' ? 'signs-text' : 'under-picture';
}

/** Puts the lines of one act into the group, and names them. */
function apply(view: PageView, group: Group, done: Act): readonly number[] {
  switch (done.kind) {
    case 'head':
      for (const line of done.lines) takeHead(view, group, line);
      return done.lines;
    case 'subheads':
      for (const line of done.lines) takeBody(view, group, line, true);
      return done.lines;
    case 'text':
    case 'story':
      takeBody(view, group, done.line, false);
      return [done.line];
    case 'caption':
      return takeCaption(view, group, done.line);
    case 'sign-off': {
      const line = view.lines[done.line];
      const role = view.roles[done.line];
      if (line !== undefined) group.signOffs.push(line);
      if (role?.kind === 'sign-off') group.dateline ??= role.dateline;
      return [done.line];
    }
  }
}

function takeBody(view: PageView, group: Group, index: number, heading: boolean): void {
  const line = view.lines[index];
  if (line !== undefined) group.body.push({ line, heading });
}

function takeHead(view: PageView, group: Group, index: number): void {
  const line = view.lines[index];
  const role = view.roles[index];
  if (line === undefined || role === undefined) return;
  if (role.kind === 'byline') {
    group.bylines.push({ line, byline: role.byline });
    group.dateline ??= role.dateline;
  } else if (role.kind === 'imprint') group.imprints.push({ line, imprint: role.imprint });
  else if (role.kind === 'furniture') group.imprints.push({ line, imprint: null });
  else if (role.kind === 'sign-off') {
    group.signOffs.push(line);
    group.dateline ??= role.dateline;
  } else if (role.kind === 'caption') takeCaption(view, group, index);
  else group.headings.push(line);
}

/** A line with nothing but a photographer's name belongs to the words above it. */
function takeCaption(view: PageView, group: Group, index: number): number[] {
  const line = view.lines[index];
  const role = view.roles[index];
  if (line === undefined) return [];
  const caption = role?.kind === 'caption' ? role.caption : { text: line.text, credit: null, creditOnly: false, story: false };
  const last = group.captions.at(-1);
  const lastLine = last?.lines.at(-1);
  if (caption.creditOnly && last !== undefined && lastLine !== undefined && line.number - lastLine.number <= line.gap + 1) {
    last.lines.push(line);
    last.caption = { ...last.caption, credit: last.caption.credit ?? caption.credit };
    return [index];
  }
  group.captions.push({ lines: [line], caption });
  return [index];
}
