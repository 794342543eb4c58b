import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { Position } from '@fixpoint/model';
import { positionOfOffset } from '@fixpoint/structured-text';

/** Finds where the value at a place of a JSON document begins; the text is parsed once, when first asked. */
export function locator(text: string): (at: readonly (string | number)[]) => Position | undefined {
  let tree: ReturnType<typeof parseTree> | 'unread' = 'unread';
  return (at) => {
    if (tree === 'unread') tree = parseTree(text);
    for (let length = at.length; tree !== undefined && length >= 0; length--) {
      const node = findNodeAtLocation(tree, at.slice(0, length));
      if (node !== undefined) {
        return positionOfOffset(text, node.parent?.type === 'property' ? node.parent.offset : node.offset);
      }
    }
    return undefined;
  };
}
