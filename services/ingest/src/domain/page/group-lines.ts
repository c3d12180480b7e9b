import type { Byline } from '@wenliu/contracts';
import { createGroup, lacksHeadline, type Group } from './group.js';
import type { Layout } from './layout.js';
import { opensArticle } from './opens-article.js';
import type { PageLine } from './page-line.js';
import { resolveCredit } from './picture.js';
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
  /** A story told by its picture, until its photographer is named. */
  private story: Group | null = null;
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
      if (this.signStory(current, line, role.byline)) return;
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

  /** “甲 摄影报道” right under the words to a picture: the two are an article of their own. */
  private signStory(current: Group, line: PageLine, byline: Byline): boolean {
    const printed = this.story?.body.at(-1)?.line;
    const isNext = printed !== undefined && this.story?.bylines.length === 0 && printed.number + line.gap + 1 === line.number;
    const story = isNext ? this.story : resolveCredit(current, line);
    if (story === null) return false;
    story.bylines.push({ line, byline });
    if (!isNext) this.groups.push(story);
    return true;
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
      this.story = { ...createGroup(), body: [{ line, heading: false }] };
      this.groups.push(this.story);
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
    if (next !== null && opensArticle(stack, current, next, this.layout)) {
      if (lacksHeadline(current)) stack.giveBack(current, LATE_HEADLINES);
      this.current = null;
      return this.openWith(stack);
    }
    if (next === null && lacksHeadline(current)) current.headings.push(...stack.headings.splice(0));
    stack.joinText(current);
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
