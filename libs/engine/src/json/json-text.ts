import type { Position } from '@fixpoint/model';
import { offsetTooDeep, TOO_DEEP } from '@fixpoint/structured-text';
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';

/** Keys and indices from the document to a value. */
export type JsonPath = readonly (string | number)[];

/** Lines that a value takes up in its text, both 1-based and inclusive. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}

/** A JSON text that can be asked where a value stands. */
export interface LocatedJson {
  readonly value: unknown;
  /** Where the value at a path starts; the nearest enclosing value when the path leads nowhere. */
  position(path: JsonPath): Position;
  /** Where its last character stands. */
  end(path: JsonPath): Position;
  span(path: JsonPath): LineSpan;
}

/** Why a text is not JSON, and where. */
export interface JsonSyntaxProblem {
  readonly reason: string;
  readonly position: Position;
}

const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

/**
 * Parses strict JSON (RFC 8259, duplicate keys allowed: the last one counts). What is nested too deeply for recursive readers
 * is a problem like any other.
 */
export function parseJsonText(text: string): LocatedJson | JsonSyntaxProblem {
  const positions = toPositions(text);
  const tooDeep = offsetTooDeep(text);
  if (tooDeep !== undefined) return { reason: TOO_DEEP, position: positions(tooDeep) };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return syntaxProblem(text, positions);
  }
  const root = parseTree(text, [], STRICT) as Node;
  const position = (path: JsonPath) => positions(nodeAt(root, path).offset);
  const end = (path: JsonPath) => {
    const { offset, length } = nodeAt(root, path);
    return positions(offset + length - 1);
  };
  return { value, position, end, span: (path) => ({ first: position(path).line, last: end(path).line }) };
}

/** Whether parsing gave a value. */
export function isLocatedJson(parsed: LocatedJson | JsonSyntaxProblem): parsed is LocatedJson {
  return 'value' in parsed;
}

/** Renders a path as an RFC 6901 pointer; the document itself is the empty string. */
export function toPointer(path: JsonPath): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function syntaxProblem(text: string, positions: (offset: number) => Position): JsonSyntaxProblem {
  const conflict = /^(?:<{7}|={7}|>{7})(?: |$)/m.exec(text);
  if (conflict) return { reason: 'it holds a git conflict marker', position: positions(conflict.index) };
  const errors: ParseError[] = [];
  parseTree(text, errors, STRICT);
  const first = errors[0];
  if (first === undefined) return { reason: 'it is not valid JSON', position: { line: 1, column: 1 } };
  const name = printParseErrorCode(first.error);
  const end = text.trimEnd().length;
  const isCut =
    first.offset >= end || (name.startsWith('UnexpectedEnd') && first.offset + first.length >= end);
  const reason = isCut ? 'it ends in the middle' : toWords(name);
  return { reason, position: positions(first.offset) };
}

/** `CommaExpected` as `comma expected`. */
function toWords(code: string): string {
  return code.replace(/(?<!^)[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}

function nodeAt(root: Node, path: JsonPath): Node {
  let node = root;
  for (const part of path) {
    const child = typeof part === 'number' ? node.children?.[part] : memberValue(node, part);
    if (child === undefined) return node;
    node = child;
  }
  return node;
}

function memberValue(node: Node, key: string): Node | undefined {
  const member = node.children?.findLast((property) => property.children?.[0]?.value === key);
  return member?.children?.[1];
}

function toPositions(text: string): (offset: number) => Position {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  };
}
