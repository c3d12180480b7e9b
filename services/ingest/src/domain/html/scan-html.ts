import { attributeOf } from './attributes.js';
import { createBlockText } from './block-text.js';
import { isInline } from './elements.js';
import { linesWithin } from './preformatted.js';
import { Outline, type Container, type PlacedBlock } from './outline.js';
import { endOfTag } from './tag-end.js';

export interface HtmlScan {
  /** Runs of text between block elements, in source order. */
  blocks: PlacedBlock[];
  /** As `blocks`, preformatted ones line by line, and among them the words that pictures are described with. */
  parts: PlacedBlock[];
  /** What stands around `parts`. */
  containers: Container[];
  /** The text of `<title>`, and of `<meta>` by name or property. */
  title: string;
  meta: ReadonlyMap<string, string>;
  /** Deepest nesting, number of elements, of attributes and of `<` and `&`: what a tree of this page would cost. */
  depth: number;
  elements: number;
  attributes: number;
  marks: number;
}

/** Elements that hold no elements, whatever stands in them. */
const RAW = new Set(['script', 'style', 'textarea', 'title']);
/** Elements whose text a reader does not see. */
const UNSEEN = new Set(['template', 'noscript', 'iframe', 'svg', 'select', 'math', 'object', 'head']);
/** How far up an end tag may end what it names. */
const NEAR = 10;
/** Elements that need no end tag; they cannot hold themselves, so they do not deepen a page. */
const SELF_ENDING = new Set('p li td th tr dt dd option thead tbody'.split(' '));
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

const LONGEST_TITLE = 300;
const MOST_META = 50;
/** “图为……”, “甲摄”: the words under a picture; others name a file or repeat the headline. */
const DESCRIBES = /图为|圖為|[摄攝]|供图|供圖|资料图|资料图片|^图[:：]/u;

/** One pass over the source, no tree: where each piece of text stands. Reads any source in linear time. */
export function scanHtml(source: string): HtmlScan {
  const scan = new Scan(source);
  let at = 0;
  while (at < source.length) {
    const next = source.indexOf('<', at);
    scan.text(at, next === -1 ? source.length : next);
    at = next === -1 ? source.length : scan.markup(next);
  }
  return scan.finish();
}

/** State of the one pass. */
class Scan {
  private readonly blocks: PlacedBlock[] = [];
  private readonly parts: PlacedBlock[] = [];
  private readonly meta = new Map<string, string>();
  private readonly outline: Outline;
  private title = '';
  private readonly open: string[] = [];
  private readonly unseen: string[] = [];
  private block = createBlockText('');
  private depth = 0;
  private elements = 0;
  private attributes = 0;
  private marks = 0;

  constructor(private readonly source: string) {
    this.outline = new Outline(source);
  }

  text(from: number, to: number): void {
    if (this.unseen.length > 0) return;
    const before = this.block.length();
    this.block.add(this.source, from, to);
    this.outline.text(this.block.length() - before);
  }

  /** Reads the tag, comment or lone `<` at `at`; returns where the text goes on. */
  markup(at: number): number {
    this.marks += 1;
    const tag = /^<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})/.exec(this.source.slice(at, at + 40));
    if (tag === null) {
      const behindIt = skipDeclaration(this.source, at);
      if (behindIt === at) this.text(at, at + 1);
      return Math.max(behindIt, at + 1);
    }
    const name = (tag[2] ?? '').toLowerCase();
    const { end, attributes } = endOfTag(this.source, at + tag[0].length);
    this.attributes += attributes;
    if (!isInline(name)) this.breakBlock(name);
    if (tag[1] === '/') this.close(name);
    else if (RAW.has(name)) return this.skipRaw(end, name);
    else this.enter(name, at, end);
    return end;
  }

  private skipRaw(from: number, name: string): number {
    const end = endOfRaw(this.source, from, name);
    if (name === 'title' && this.title === '') this.title = this.source.slice(from, Math.min(end, from + LONGEST_TITLE)).trim();
    return end;
  }

  finish(): HtmlScan {
    this.breakBlock('');
    const { blocks, parts, depth, elements, attributes, marks, title, meta } = this;
    const containers = this.outline.finish(parts.length);
    return { blocks, parts, containers, title, meta, depth, elements, attributes, marks: marks + this.source.split('&').length - 1 };
  }

  private enter(name: string, at: number, end: number): void {
    if (this.unseen.length === 0) this.outline.open(name, at, end, this.parts.length);
    if (name === 'meta') this.readMeta(at, end);
    if (name === 'img' && this.unseen.length === 0) this.describe(at, end);
    if (VOID.has(name)) return;
    this.elements += 1;
    if (UNSEEN.has(name)) this.unseen.push(name);
    if (SELF_ENDING.has(name)) return;
    this.open.push(name);
    this.depth = Math.max(this.depth, this.open.length);
  }

  private readMeta(at: number, end: number): void {
    const name = attributeOf(this.source, at, end, 'property') ?? attributeOf(this.source, at, end, 'name');
    const content = attributeOf(this.source, at, end, 'content');
    if (name !== null && content !== null && this.meta.size < MOST_META) this.meta.set(name.value.toLowerCase(), content.value.trim());
  }

  /** The words of a picture that somebody may have been meant to read. */
  private describe(at: number, end: number): void {
    const alt = attributeOf(this.source, at, end, 'alt');
    if (alt === null || !DESCRIBES.test(alt.value)) return;
    const text = createBlockText('img');
    text.add(this.source, alt.offset, alt.offset + alt.value.length);
    const block = text.finish();
    if (block !== null) this.parts.push({ ...this.outline.around(block), caption: true });
  }

  private close(name: string): void {
    if (this.unseen.length === 0) this.outline.close(name, this.parts.length);
    else if (this.unseen.at(-1) === name) this.unseen.pop();
    // An end tag whose element is far up is more likely a stray one than the end of all within.
    const at = this.open.slice(-NEAR).lastIndexOf(name);
    if (at !== -1) this.open.length = Math.max(0, this.open.length - NEAR) + at;
  }

  private breakBlock(tag: string): void {
    const block = this.block.finish();
    if (block !== null) {
      const placed = this.outline.place(block);
      this.blocks.push(placed);
      this.parts.push(...(placed.preformatted ? linesWithin(placed, this.source) : [placed]));
    }
    this.block = createBlockText(tag);
  }
}

/** Behind a comment, doctype or processing instruction; `at` itself where none begins. */
function skipDeclaration(source: string, at: number): number {
  if (source.startsWith('<!--', at)) return behind(source, '-->', at + 4);
  return source.startsWith('<!', at) || source.startsWith('<?', at) ? behind(source, '>', at) : at;
}

function endOfRaw(source: string, from: number, name: string): number {
  const close = `</${name}`;
  for (let at = source.indexOf('</', from); at !== -1; at = source.indexOf('</', at + 2)) {
    if (source.slice(at, at + close.length).toLowerCase() === close) return at;
  }
  return source.length;
}

function behind(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  return at === -1 ? source.length : at + mark.length;
}
