import { createBlockText } from './block-text.js';
import { isInline } from './elements.js';

/** What is used of a DOM node. */
export interface TreeNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly firstChild: TreeNode | null;
  readonly nextSibling: TreeNode | null;
  readonly parentNode: TreeNode | null;
}

const TEXT = 3;

/** The text of a tree by block elements, cut at the same places as the source is, so that the two can be compared. */
export function blockTextOf(root: TreeNode): string[] {
  const blocks: string[] = [];
  let text = createBlockText('');
  const breakBlock = (node: TreeNode): void => {
    if (isInline(node.nodeName.toLowerCase())) return;
    const block = text.finish();
    if (block !== null) blocks.push(block.text);
    text = createBlockText('');
  };
  let node: TreeNode | null = root;
  while (node !== null) {
    if (node.nodeType === TEXT) text.addPlain(node.nodeValue ?? '');
    else breakBlock(node);
    node = node.firstChild ?? nodeAfter(node, root, breakBlock);
  }
  const last = text.finish();
  return last === null ? blocks : [...blocks, last.text];
}

/** The next node that is not within `node`, in document order; `leave` is told of every node ended on the way. */
function nodeAfter(node: TreeNode, root: TreeNode, leave: (node: TreeNode) => void): TreeNode | null {
  let at: TreeNode | null = node;
  while (at !== null && at !== root) {
    leave(at);
    if (at.nextSibling !== null) return at.nextSibling;
    at = at.parentNode;
  }
  return null;
}
