import { attributeOf } from './attributes.js';
import type { Block } from './block-text.js';

/** An element that may hold a whole article, and the blocks `[first, end)` within it. Elements come before those within them. */
export interface Container {
  name: string;
  /** Its class or id, as written. */
  mark: string;
  /** Index of the container around it, -1 for the document. */
  parent: number;
  first: number;
  end: number;
}

/** A block and what stands around it. */
export interface PlacedBlock extends Block {
  /** Index of the innermost container. */
  container: number;
  /** 1 to 6 in a heading, 0 outside. */
  level: number;
  /** Class or id of the innermost block element. */
  mark: string;
  /** In a `figcaption`, or words that an `img` is described with. */
  caption: boolean;
  /** Characters of its text in links, and in bold letters. */
  linked: number;
  bold: number;
  /** Empty lines and rules just before. */
  gap: number;
  /** White space is kept as it is. */
  preformatted: boolean;
}

const CONTAINERS = new Set('article section main div td th li dd aside nav header footer blockquote figure center form fieldset table ul ol dl'.split(' '));
/** Elements whose end tag is mostly left out: the next of the kind ends them. */
const ENDED_BY: ReadonlyMap<string, readonly string[]> = new Map([['td', ['td', 'th']], ['th', ['td', 'th']], ['li', ['li']], ['dd', ['dd']]]);
const BOUNDS = new Set(['table', 'ul', 'ol', 'dl']);
/** How far up an end tag may end what it names. */
const NEAR = 10;
const LONGEST_MARK = 60;

/** Follows the elements that a scan comes by. Containers are told how many blocks there were when they began and ended. */
export class Outline {
  readonly containers: Container[] = [{ name: 'document', mark: '', parent: -1, first: 0, end: 0 }];
  private readonly stack = [0];
  private level = 0;
  private mark = '';
  private caption = false;
  private preformatted = false;
  private linked = 0;
  private bold = 0;
  private inLink = false;
  private inBold = false;
  private breaks = 0;
  private gap = 0;
  private emptyParagraph = false;

  constructor(private readonly source: string) {}

  /** So many characters of text. */
  text(length: number): void {
    if (this.inLink) this.linked += length;
    if (this.inBold) this.bold += length;
    if (length > 0) this.emptyParagraph = false;
  }

  /** The tag of `name` at `[start, end)` opens an element after `blocks` blocks. */
  open(name: string, start: number, end: number, blocks: number): void {
    if (name === 'a') this.inLink = attributeOf(this.source, start, end, 'href') !== null;
    else if (name === 'b' || name === 'strong') this.inBold = true;
    else if (name === 'br') this.breaks += 1;
    else if (name === 'hr') this.gap += 1;
    else if (/^h[1-6]$/.test(name)) this.level = Number(name.charAt(1));
    else if (name === 'figcaption') this.caption = true;
    else if (name === 'pre') this.preformatted = true;
    else if (name === 'p') this.emptyParagraph = true;
    if (name === 'p' || CONTAINERS.has(name) || this.level > 0) this.mark = this.markOf(start, end);
    if (CONTAINERS.has(name)) this.enter(name, blocks);
  }

  close(name: string, blocks: number): void {
    if (name === 'a') this.inLink = false;
    else if (name === 'b' || name === 'strong') this.inBold = false;
    else if (/^h[1-6]$/.test(name)) this.level = 0;
    else if (name === 'figcaption' || name === 'figure') this.caption = false;
    else if (name === 'pre') this.preformatted = false;
    else if (name === 'p' && this.emptyParagraph) this.gap += 1;
    if (name === 'p' || /^h[1-6]$/.test(name)) this.mark = this.containers[this.top()]?.mark ?? '';
    if (CONTAINERS.has(name)) this.leave([name], blocks, false);
  }

  /** What stands around the block that ends here. */
  place(block: Block): PlacedBlock {
    const placed = this.around(block);
    this.linked = 0;
    this.bold = 0;
    this.gap = 0;
    this.breaks = 0;
    return placed;
  }

  /** What stands around a block here, within another that goes on. */
  around(block: Block): PlacedBlock {
    const { level, mark, caption, linked, bold, preformatted } = this;
    // The line break that ended the line before is no empty line.
    return { ...block, container: this.top(), level, mark, caption, linked, bold, preformatted, gap: this.gap + Math.max(0, this.breaks - 1) };
  }

  finish(blocks: number): Container[] {
    for (const at of this.stack) this.end(at, blocks);
    return this.containers;
  }

  private markOf(start: number, end: number): string {
    const mark = attributeOf(this.source, start, end, 'class') ?? attributeOf(this.source, start, end, 'id');
    return mark?.value.slice(0, LONGEST_MARK).trim().toLowerCase() ?? '';
  }

  private top(): number {
    return this.stack.at(-1) ?? 0;
  }

  private enter(name: string, blocks: number): void {
    const ended = ENDED_BY.get(name);
    if (ended !== undefined) this.leave(ended, blocks, true);
    this.containers.push({ name, mark: this.mark, parent: this.top(), first: blocks, end: blocks });
    this.stack.push(this.containers.length - 1);
    this.level = 0;
    this.inLink = false;
    this.inBold = false;
  }

  /** Ends the nearest container of these names, and all within. `bounded`: not beyond the list or table. */
  private leave(names: readonly string[], blocks: number, bounded: boolean): void {
    for (let i = this.stack.length - 1; i > 0 && i >= this.stack.length - NEAR; i -= 1) {
      const name = this.containers[this.stack[i] ?? 0]?.name ?? '';
      if (bounded && BOUNDS.has(name)) return;
      if (!names.includes(name)) continue;
      for (const at of this.stack.splice(i)) this.end(at, blocks);
      this.mark = this.containers[this.top()]?.mark ?? '';
      return;
    }
  }

  private end(at: number, blocks: number): void {
    const container = this.containers[at];
    if (container !== undefined) container.end = blocks;
  }
}
