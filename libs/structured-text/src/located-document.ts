import { findNodeAtLocation, parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { Finding, Position, Severity } from '@fixpoint/model';
import { fromPointer, positionOfPointer } from './pointer';
import { positionsIn } from './position';

/** A parsed document that still knows where each of its values stands. */
export interface LocatedDocument {
  /** Relative to the root. */
  readonly file: string;
  readonly value: unknown;
  /** Where the value (or key) that a JSON pointer names begins; undefined for text that lies in no file. */
  positionOf(pointer: string): Position | undefined;
}

/** A JSON or YAML file as a document with positions; JSON is parsed again for them once, when the first one is asked for. */
export function textDocument(file: string, text: string, value: unknown): LocatedDocument {
  let tree: Node | 'unread' | undefined = 'unread';
  const positionAt = positionsIn(text);
  return {
    file,
    value,
    positionOf(pointer) {
      if (tree === 'unread') tree = jsonTree(text);
      return tree === undefined ? positionOfPointer(text, pointer) : positionAt(offsetInTree(tree, pointer));
    },
  };
}

function jsonTree(text: string): Node | undefined {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors);
  return errors.length > 0 ? undefined : tree;
}

function offsetInTree(tree: Node, pointer: string): number {
  let node = tree;
  for (const segment of fromPointer(pointer)) {
    const part = findNodeAtLocation(node, [node.type === 'array' ? Number(segment) : segment]);
    if (part === undefined) break;
    node = part;
  }
  return node.parent?.type === 'property' ? node.parent.offset : node.offset;
}

/** A finding at a JSON pointer of a document. */
export function findingAt(
  document: LocatedDocument,
  pointer: string,
  finding: Pick<Finding, 'id' | 'message' | 'fix' | 'expected' | 'actual'> & { severity?: Severity },
): Finding {
  const position = document.positionOf(pointer);
  return {
    severity: 'error',
    ...finding,
    file: document.file,
    ...(position && { position }),
    path: pointer,
  };
}
