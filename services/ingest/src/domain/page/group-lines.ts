import { readDateline } from './dateline.js';
import { createGroup, lacksHeadline, type Group } from './group.js';
import { resolveCredit } from './picture.js';
import type { Layout } from './layout.js';
import { endsSentence, widthOf } from './marks.js';
import type { PageLine } from './page-line.js';
import type { Role } from './roles.js';
import { createStack, type Stack } from './stack.js';

/** Headlines printed after their text are rarely more than title and subtitle. */
const LATE_HEADLINES = 2;

/** Lines to articles, in one pass from top to bottom: each stack of headings opens an article or stands within one. */
export function groupLines(lines: readonly PageLine[], roles: readonly Role[], layout: Layout): Group[] {
  const grouping = new Grouping(layout);
  lines.forEach((line, i) => {
    const role = roles[i];
    if (role !== undefined) grouping.take(line, role);
  });
  return grouping.finish();
}

/** State of the one pass. */
class Grouping {
  private readonly groups: Group[] = [];
  private current: Group | null = null;
  private stack: Stack = createStack();

  constructor(private readonly layout: Layout) {}

  take(line: PageLine, role: Role): void {
    switch (role.kind) {
      case 'heading':
        this.stack.headings.push(line);
        return this.stack.note(line);
      case 'byline':
        return this.takeByline(line, role);
      case 'imprint':
        this.stack.imprints.push({ line, imprint: role.imprint });
        return this.stack.note(line);
      case 'furniture':
        return this.takeFurniture(line, role);
      case 'caption':
        return this.takeCaption(line, role);
      case 'sign-off':
        return this.takeSignOff(line, role);
      case 'body':
        this.resolve(line);
        this.open().body.push({ line, heading: false });
    }
  }

  finish(): Group[] {
    this.resolve(null);
    return this.groups;
  }

  private takeByline(line: PageLine, role: Extract<Role, { kind: 'byline' }>): void {
    const { current, stack } = this;
    const isFoot = /[）)]$/.test(line.text) && role.dateline === null;
    if (stack.isEmpty() && current !== null && /[摄攝]影[报報][道导]$/.test(line.text) && !isFoot) {
      const story = resolveCredit(current, line);
      if (story !== null) {
        story.bylines.push({ line, byline: role.byline });
        this.groups.push(story);
        return;
      }
    }
    if (isFoot && stack.headings.length === 0 && current !== null && current.body.length > 0) {
      current.bylines.push({ line, byline: role.byline });
      current.closed = true;
      return;
    }
    stack.bylines.push({ line, byline: role.byline });
    stack.dateline ??= role.dateline;
    stack.note(line);
  }

  private takeFurniture(line: PageLine, role: Extract<Role, { kind: 'furniture' }>): void {
    const isInStack = role.furniture.role === 'date' && this.stack.headings.length > 0;
    if (isInStack) this.stack.imprints.push({ line, imprint: null });
    else if (this.current !== null && this.stack.isEmpty() && role.furniture.role !== 'rule') this.current.closed = true;
  }

  private takeCaption(line: PageLine, role: Extract<Role, { kind: 'caption' }>): void {
    const target = this.stack.isEmpty() ? this.open() : this.stack;
    const last = target.captions.at(-1);
    const lastLine = last?.lines.at(-1);
    if (role.caption.creditOnly && last !== undefined && lastLine !== undefined && line.number - lastLine.number <= line.gap + 1) {
      last.lines.push(line);
      last.caption = { ...last.caption, credit: last.caption.credit ?? role.caption.credit };
      return;
    }
    const pictured = role.caption.creditOnly && this.current !== null && this.stack.isEmpty() ? resolveCredit(this.current, line) : null;
    if (pictured !== null) {
      const body = pictured.body.map((entry) => entry.line);
      const text = body.map((entry) => entry.text).join('');
      if (text.length > 64) this.groups.push({ ...pictured, captions: [{ lines: [line], caption: role.caption }] });
      else target.captions.push({ lines: [...body, line], caption: { ...role.caption, text } });
    } else if (role.caption.story && line.gap >= 2) {
      this.groups.push({ ...createGroup(), body: [{ line, heading: false }] });
    } else {
      target.captions.push({ lines: [line], caption: role.caption });
    }
  }

  private takeSignOff(line: PageLine, role: Extract<Role, { kind: 'sign-off' }>): void {
    this.resolve(null);
    const group = this.open();
    group.signOffs.push(line);
    group.dateline ??= role.dateline;
    group.closed = true;
  }

  /** The headings read so far find their place, now that `next` says what follows them. */
  private resolve(next: PageLine | null): void {
    const { stack, current } = this;
    this.stack = createStack();
    if (current === null || current.body.length === 0) return this.openWith(stack);
    if (next !== null && this.opensArticle(stack, current, next)) {
      if (lacksHeadline(current)) stack.giveBack(current, LATE_HEADLINES);
      this.current = null;
      return this.openWith(stack);
    }
    if (next === null && lacksHeadline(current)) current.headings.push(...stack.headings.splice(0));
    stack.joinText(current);
  }

  private opensArticle(stack: Stack, current: Group, next: PageLine): boolean {
    const { headings, bylines, imprints } = stack;
    const last = current.body.at(-1)?.line;
    const opensWire = readDateline(next.text) !== null || /^[（(【]\s?(?:紧接|緊接|上接)/u.test(next.text);
    if (headings.length === 0 && bylines.length === 0) {
      return opensWire && last !== undefined && endsSentence(last.text) && (next.gap > 0 || next.indented);
    }
    const first = stack.first;
    if (first === null) return imprints.length > 0;
    if (headings.length > 0 && (bylines.length > 0 || imprints.length > 0)) return true;
    // A byline after a lead of a paragraph or two belongs to the article it stands in.
    if (headings.length === 0) return current.bylines.length > 0 || current.body.length > 2 || current.headings.length === 0;
    if (current.closed || opensWire) return true;
    const levels = headings.map((heading) => heading.level).filter((level) => level > 0);
    const titleLevel = Math.min(...current.headings.map((heading) => heading.level || Infinity));
    if (levels.length > 0 && titleLevel < Infinity) return Math.min(...levels) <= titleLevel;
    if (headings.length >= 2) return true;
    return this.layout.blanksAreRare ? first.gap >= 1 : first.gap >= 2 && widthOf(first.text) >= 8;
  }

  private open(): Group {
    if (this.current === null) {
      this.current = createGroup();
      this.groups.push(this.current);
    }
    return this.current;
  }

  private openWith(stack: Stack): void {
    if (stack.isEmpty() && stack.captions.length === 0) return;
    stack.openInto(this.open());
  }
}
